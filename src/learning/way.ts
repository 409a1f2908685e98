import type { ModuleDocument } from '#courses/course.ts'
import { courseUrl, exerciseUrl, pageUrl, questionUrl, quizUrl, situationUrl } from './addresses.ts'
import type { ModuleProgress, Next } from './progress.ts'

/** Where the next thing to do is done. A pause is explained on the quiz's page. */
export function addressOf(courseId: string, next: Next): string {
  const at = { courseId, moduleId: next.moduleId }
  switch (next.kind) {
    case 'page':
      return pageUrl(at, next.pageId)
    case 'situation':
      return situationUrl(at)
    case 'exercise':
      return exerciseUrl(at)
    case 'attempt':
      return questionUrl(next.attemptId, 1)
    case 'quiz':
    case 'pause':
      return quizUrl(at)
  }
}

/** Where a page leads on to: the next one in order, then whatever the module still asks for, then back to the course. */
export function addressAfterPage(
  courseId: string,
  module: ModuleDocument,
  pageId: string,
  { passed, unread, situation, exercise, quiz }: ModuleProgress,
): string {
  const at = { courseId, moduleId: module.id }
  const place = module.pages.findIndex((page) => page.id === pageId)
  const next = module.pages[place + 1]?.id ?? unread.find((id) => id !== pageId)
  if (next !== undefined) return pageUrl(at, next)
  if (situation === 'to-do') return situationUrl(at)
  if (exercise === 'to-do') return exerciseUrl(at)
  return passed || !quiz ? courseUrl(courseId) : quizUrl(at)
}
