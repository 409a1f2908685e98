/** Where asking others to look at a course is found. Ids of courses and paths of files need no escaping: they are slugs. */
export const requestsUrl = (courseId: string) => `/authoring/${courseId}/reviews`
export const changesUrl = (courseId: string, commentId: string) =>
  `${requestsUrl(courseId)}/changes?comment=${encodeURIComponent(commentId)}`
export const editUrl = (courseId: string, path: string) => `/authoring/${courseId}/edit/${path}`

/** The link itself: whoever has it may look, so it is made of nothing but chance. */
export const reviewUrl = (token: string) => `/reviews/${token}`
