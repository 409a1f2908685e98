/** Where this room's pages are, and what they lead to. Course, module, page and question ids need no escaping. */
export const figuresUrl = (courseId: string) => `/authoring/${courseId}/figures`
export const moduleFiguresUrl = (courseId: string, moduleId: string) => `${figuresUrl(courseId)}/${moduleId}`

/** Rooms further down the house answer these. */
export const courseUrl = (courseId: string) => `/authoring/${courseId}`
export const editUrl = (courseId: string, path: string) => `/authoring/${courseId}/edit/${path}`
export const questionUrl = (courseId: string, moduleId: string, questionId: string) =>
  `/authoring/${courseId}/modules/${moduleId}/questions/${questionId}`
