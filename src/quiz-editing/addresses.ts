import type { Language } from '#web/language.ts'

/** Where the questions of a module are written. Ids need no escaping: they are slugs. */
export interface QuizPlace {
  courseId: string
  moduleId: string
}

export const courseUrl = ({ courseId }: QuizPlace) => `/authoring/${courseId}`
export const moduleUrl = (place: QuizPlace) => `${courseUrl(place)}/modules/${place.moduleId}`
export const questionsUrl = (place: QuizPlace) => `${moduleUrl(place)}/questions`
/** What a question is called in the list of them. */
export const lineId = (questionId: string) => `q-${questionId}`
export const newQuestionUrl = (place: QuizPlace, kind?: string) =>
  `${questionsUrl(place)}/new${kind === undefined ? '' : `?kind=${kind}`}`
export const orderUrl = (place: QuizPlace) => `${questionsUrl(place)}/order`
export const questionUrl = (place: QuizPlace, questionId: string) => `${questionsUrl(place)}/${questionId}`
export const removalUrl = (place: QuizPlace, questionId: string) => `${questionUrl(place, questionId)}/removal`

/** The quiz as a file of its course. */
export const quizPath = ({ moduleId }: QuizPlace, language: Language) => `${moduleId}/${language}/quiz.md`
/** Its text in the editor, at a line of it. */
export const textUrl = (place: QuizPlace, language: Language, line?: number) =>
  `${courseUrl(place)}/edit/${quizPath(place, language)}${line === undefined ? '' : `#line-${line}`}`
export const versionsUrl = (place: QuizPlace, language: Language) =>
  `${courseUrl(place)}/versions/${quizPath(place, language)}`
/** Questions from elsewhere: all of a bank in and out. */
export const bankUrl = (place: QuizPlace) => `${moduleUrl(place)}/bank`
/** Takes the questions that were ticked. */
export const bankQuestionsUrl = (place: QuizPlace) => `${bankUrl(place)}/questions`
export const bankGiftUrl = (place: QuizPlace, language: Language) => `${bankUrl(place)}.gift?language=${language}`
