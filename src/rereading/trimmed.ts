import { hasPage, type PageRef } from '#certificates/owing.ts'
import type { CourseDocument, ModuleDocument, Revision } from '#courses/course.ts'

/**
 * The part of a text that a short renewal is about: the pages to be read again and the questions on them. Situations, exercises and cards are
 * left out; a module whose pages have no questions is passed by reading them.
 */
export function trimmed(revision: Revision, pages: readonly PageRef[]): Revision {
  const { document } = revision
  const modules = document.modules
    .map((module) => trimModule(module, pages))
    .filter((module) => module.pages.length > 0)
  return { ...revision, document: { ...document, modules } }
}

/** Of these pages, those that a text has. */
export const pagesIn = (document: CourseDocument, pages: readonly PageRef[]): PageRef[] =>
  pages.filter((page) => hasPage(document, page))

function trimModule(module: ModuleDocument, pages: readonly PageRef[]): ModuleDocument {
  const isAsked = (pageId: string) => pages.some((one) => one.moduleId === module.id && one.pageId === pageId)
  const left = {
    ...module,
    pages: module.pages.filter(({ id }) => isAsked(id)),
    situation: null,
    exercise: null,
    questions: module.questions.filter(({ pageId }) => isAsked(pageId)),
    card: null,
  }
  const draw = Math.min(module.quiz.draw, left.questions.length)
  return { ...left, quiz: { ...module.quiz, draw }, minutes: minutesOf(left, module) }
}

/** A quiz takes as long as three pages (learning/progress.ts), fewer questions their share of it. */
const quizPages = 3

function minutesOf(left: Pick<ModuleDocument, 'pages' | 'questions'>, whole: ModuleDocument): number {
  const asked = Math.min(whole.quiz.draw, whole.questions.length)
  const quiz = asked === 0 ? 0 : (quizPages * Math.min(left.questions.length, asked)) / asked
  const parts = whole.pages.length + (whole.situation ? 1 : 0) + (whole.exercise ? 1 : 0) + quizPages
  return Math.max(1, Math.round((whole.minutes * (left.pages.length + quiz)) / parts))
}
