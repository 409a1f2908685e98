import type { CourseDocument } from '#courses/course.ts'
import type { State } from '#web/parts.ts'
import type { Words } from '#web/words.ts'
import { moduleIn } from './module.ts'
import type { CourseProgress, ModuleProgress, Next } from './progress.ts'

/** The next thing to do, in words. */
export function nextText(course: CourseDocument, next: Next, w: Words): string {
  const module = moduleIn(course, next.moduleId)
  const name = module.title[w.language]
  switch (next.kind) {
    case 'page': {
      const place = module.pages.findIndex((page) => page.id === next.pageId)
      const title = module.pages[place]?.title[w.language] ?? ''
      return w.t('learning.next.page', { module: name, n: place + 1, of: module.pages.length, title })
    }
    case 'situation':
      return w.t('learning.next.situation', { module: name })
    case 'exercise':
      return w.t('learning.next.exercise', { module: name })
    case 'quiz':
      return w.t('learning.next.quiz', { module: name })
    case 'attempt':
      return w.t('learning.next.attempt', { module: name })
    case 'pause':
      return w.t('learning.next.pause', { module: name, time: w.time(next.until) })
  }
}

/** How a module or a whole course stands, as a badge. */
export function stateOf({ passed, share }: Pick<ModuleProgress | CourseProgress, 'passed' | 'share'>, w: Words): State {
  if (passed) return { state: 'passed', text: w.t('learning.passed') }
  if (share > 0) return { state: 'open', text: w.t('learning.begun') }
  return { state: 'missing', text: w.t('learning.notBegun') }
}
