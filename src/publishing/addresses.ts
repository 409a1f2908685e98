/** Where a course is published and what was published of it is looked at. Ids, numbers and paths are safe in an address as they are. */
export const courseUrl = (courseId: string) => `/authoring/${courseId}`
export const editUrl = (courseId: string, path: string, line?: number) =>
  `${courseUrl(courseId)}/edit/${path}${line ? `#line-${line}` : ''}`
export const versionsUrl = (courseId: string, path: string) => `${courseUrl(courseId)}/versions/${path}`
export const questionsUrl = (courseId: string, moduleId: string) =>
  `${courseUrl(courseId)}/modules/${moduleId}/questions`
export const picturesUrl = (courseId: string, moduleId: string) => `${courseUrl(courseId)}/modules/${moduleId}/pictures`

export const publicationUrl = (courseId: string) => `${courseUrl(courseId)}/publication`
export const revisionsUrl = (courseId: string) => `${courseUrl(courseId)}/revisions`
/** The list of revisions, saying what the one just published will do. */
export const publishedUrl = (courseId: string, number: number) => `${revisionsUrl(courseId)}?published=${number}`
export const revisionUrl = (courseId: string, number: number) => `${revisionsUrl(courseId)}/${number}`
export const revisionModuleUrl = (courseId: string, number: number, moduleId: string) =>
  `${revisionUrl(courseId, number)}/modules/${moduleId}`
export const changesAction = (courseId: string, number: number) => `${revisionUrl(courseId, number)}/changes`
export const againUrl = (courseId: string, number: number) => `${revisionUrl(courseId, number)}/publication`

export const updatesUrl = (courseId: string) => `${courseUrl(courseId)}/updates`
export const mergingAction = (courseId: string) => `${updatesUrl(courseId)}/merging`
export const mergingUrl = (courseId: string, path: string) =>
  `${mergingAction(courseId)}?path=${encodeURIComponent(path)}`
