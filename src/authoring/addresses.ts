/** Where things of writing courses are found. Ids of courses and modules, and paths of files, need no escaping: they are slugs. */
export const homeUrl = '/authoring'
export const newCourseUrl = `${homeUrl}/new`
export const courseUrl = (courseId: string) => `${homeUrl}/${courseId}`
export const courseSettingsUrl = (courseId: string) => `${courseUrl(courseId)}/settings`
export const faultsUrl = (courseId: string) => `${courseUrl(courseId)}/faults`

export const modulesUrl = (courseId: string) => `${courseUrl(courseId)}/modules`
export const newModuleUrl = (courseId: string) => `${modulesUrl(courseId)}/new`
export const moduleUrl = (courseId: string, moduleId: string) => `${modulesUrl(courseId)}/${moduleId}`
export const moduleSettingsUrl = (courseId: string, moduleId: string) => `${moduleUrl(courseId, moduleId)}/settings`

/** One text of a course; `path` inside its folder: `glas/da/01-hvorfor.md`. */
export const editUrl = (courseId: string, path: string) => `${courseUrl(courseId)}/edit/${path}`
export const previewUrl = (courseId: string, path: string) => `${courseUrl(courseId)}/preview/${path}`
export const discardUrl = (courseId: string, path: string) => `${courseUrl(courseId)}/discard/${path}`
export const versionsUrl = (courseId: string, path: string) => `${courseUrl(courseId)}/versions/${path}`

/** What other rooms do with a course. */
export const importUrl = `${homeUrl}/import`
export const packageUrl = (courseId: string) => `${courseUrl(courseId)}/course.zip`
export const publicationUrl = (courseId: string) => `${courseUrl(courseId)}/publication`
export const revisionsUrl = (courseId: string) => `${courseUrl(courseId)}/revisions`
export const updatesUrl = (courseId: string) => `${courseUrl(courseId)}/updates`
export const figuresUrl = (courseId: string) => `${courseUrl(courseId)}/figures`
export const reviewsUrl = (courseId: string, moduleId?: string) =>
  `${courseUrl(courseId)}/reviews${moduleId === undefined ? '' : `?module=${moduleId}`}`
export const questionsUrl = (courseId: string, moduleId: string) => `${moduleUrl(courseId, moduleId)}/questions`
export const bankUrl = (courseId: string, moduleId: string) => `${moduleUrl(courseId, moduleId)}/bank`
export const picturesUrl = (courseId: string, moduleId: string) => `${moduleUrl(courseId, moduleId)}/pictures`
