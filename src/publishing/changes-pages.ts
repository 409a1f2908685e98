import type { Revision } from '#courses/course.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { revisionsUrl } from './addresses.ts'
import type { ModuleChange } from './course-change.ts'
import { type ModulePart, toModuleParts } from './file-parts.ts'
import { titlesOf } from './file-words.ts'

/** What is different in two published texts of a course. */
export interface ChangesPage {
  title: string
  back: { url: string; label: string }
  hint: string | null
  nothing: string | null
  modules: readonly ModulePart[]
}

export const changesPage = page<ChangesPage>('publishing/changes')

export interface ChangesView {
  from: Revision
  to: Revision
  changes: readonly ModuleChange[]
  textOf: (sha256: string | null | undefined) => string
  /** Files of one of them are not kept: what learners read is compared. */
  asRead: boolean
}

export function toChangesPage({ from, to, changes, textOf, asRead }: ChangesView, w: Words): ChangesPage {
  const titles = titlesOf(to.courseId, [to.document, from.document], w)
  return {
    title: w.t('publishing.fromTo', { from: from.number, to: to.number }),
    back: { url: revisionsUrl(to.courseId), label: w.t('publishing.revisionsOf', { course: titles.course }) },
    hint: asRead ? w.t('publishing.asRead') : null,
    nothing: changes.length === 0 ? w.t('publishing.noDifference') : null,
    modules: toModuleParts(changes, { titles, textOf, urlOf: () => null }, w),
  }
}
