import type { Revision } from '#courses/course.ts'
import { fillLocal } from '#courses/local.ts'
import type { Language } from '#web/language.ts'
import { page } from '#web/views.ts'
import { type Words, wordsIn } from '#web/words.ts'
import { courseUrl, pageUrl, readingUrl } from './addresses.ts'
import type { LocalValues } from './find-local.ts'
import { moduleIn } from './module.ts'
import type { ModuleProgress } from './progress.ts'
import { addressAfterPage } from './way.ts'

/** A page of a module. */
export interface ReadingPage {
  title: string
  module: string
  place: string
  /** How long the rest of the module takes; null when nothing is left. */
  minutes: string | null
  bodyHtml: string
  /** Where "read, go on" posts; null once it is read in this round. */
  action: string | null
  /** Where a page that is read leads on to. */
  next: string
  previous: string | null
  course: string
}

export const readingPage = page<ReadingPage>('learning/reading')

/** What of a page is the same for everybody who reads it. */
interface Text {
  title: string
  module: string
  /** Local facts still stand as fields in it: they differ by reader. */
  bodyHtml: string
  place: string
  index: number
}

/** Put together once per revision, page, its place and language: this is the page most often asked for. A short renewal has fewer pages. */
const kept = new Map<string, Text>()
const mostKept = 2_000

export function textOf({ id, document }: Revision, moduleId: string, pageId: string, language: Language): Text | null {
  const module = moduleIn(document, moduleId)
  const index = module.pages.findIndex((one) => one.id === pageId)
  const key = `${id}/${moduleId}/${pageId}/${language}/${index}/${module.pages.length}`
  const known = kept.get(key)
  if (known) return known
  const found = module.pages[index]
  if (!found) return null
  const text = {
    title: found.title[language],
    module: module.title[language],
    bodyHtml: found.html[language],
    place: wordsIn(language).t('learning.place', { n: index + 1, of: module.pages.length }),
    index,
  }
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value as string)
  kept.set(key, text)
  return text
}

export function toReadingPage(
  { document }: Revision,
  text: Text,
  of: { moduleId: string; pageId: string; progress: ModuleProgress; local: LocalValues; w: Words },
): ReadingPage {
  const { moduleId, pageId, progress, local, w } = of
  const at = { courseId: document.id, moduleId }
  const module = moduleIn(document, moduleId)
  const before = module.pages[text.index - 1]
  const read = progress.passed || !progress.unread.includes(pageId)
  return {
    title: text.title,
    module: text.module,
    place: text.place,
    minutes: progress.minutesLeft === 0 ? null : w.t('learning.minutesLeft', { count: progress.minutesLeft }),
    bodyHtml: fillLocal(text.bodyHtml, document, w.language, local),
    action: read ? null : readingUrl(at, pageId),
    next: addressAfterPage(document.id, module, pageId, progress),
    previous: before ? pageUrl(at, before.id) : null,
    course: courseUrl(document.id),
  }
}
