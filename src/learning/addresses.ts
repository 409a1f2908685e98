/** Where things of this room are found: the addresses of design.md section 6. Course, module, page and step ids need no escaping. */
export const homeUrl = '/learning'
export const courseUrl = (courseId: string) => `/learning/${courseId}`

interface InModule {
  courseId: string
  moduleId: string
}

const moduleUrl = (of: InModule) => `/learning/${of.courseId}/${of.moduleId}`

export const pageUrl = (of: InModule, pageId: string) => `${moduleUrl(of)}/${pageId}`
export const readingUrl = (of: InModule, pageId: string) => `${pageUrl(of, pageId)}/reading`
export const situationUrl = (of: InModule) => `${moduleUrl(of)}/situation`
export const stepUrl = (of: InModule, stepId: string) => `${situationUrl(of)}/${stepId}`
export const exerciseUrl = (of: InModule) => `${moduleUrl(of)}/exercise`
export const roundUrl = (of: InModule, roundId: string) => `${exerciseUrl(of)}/${roundId}`
export const quizUrl = (of: InModule) => `${moduleUrl(of)}/quiz`
export const attemptsUrl = (of: InModule) => `${moduleUrl(of)}/attempts`

/** Questions are numbered from 1. */
export const questionUrl = (attemptId: string, n: number) => `/learning/attempts/${attemptId}/questions/${n}`
export const reviewUrl = (attemptId: string) => `/learning/attempts/${attemptId}/review`
export const submissionUrl = (attemptId: string) => `/learning/attempts/${attemptId}/submission`
export const resultUrl = (attemptId: string) => `/learning/attempts/${attemptId}/result`
