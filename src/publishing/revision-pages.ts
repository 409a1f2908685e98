import type { Revision, RevisionLine } from '#courses/course.ts'
import type { Fault, Field, Notice, Select } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { againUrl, changesAction, revisionModuleUrl, revisionsUrl } from './addresses.ts'
import { noteField } from './form-parts.ts'
import { broughtText } from './revisions-pages.ts'

/** One published text of a course: its modules, comparing it, publishing it again. */
export interface RevisionPage {
  title: string
  back: { url: string; label: string }
  faults: readonly Fault[]
  notice: Notice | null
  brought: string
  note: string | null
  modules: readonly { title: string; url: string; text: string }[]
  /** Null when there is nothing to compare it with. */
  compare: { action: string; select: Select } | null
  /** Null for the text that is published. */
  again: { action: string; note: Field; drafts: string | null } | null
  /** Why it cannot be published again. */
  notAgain: string | null
}

export const revisionPage = page<RevisionPage>('publishing/revision')

export interface RevisionView {
  revision: Revision
  lines: readonly RevisionLine[]
  names: ReadonlyMap<string, string | null>
  /** Its files are kept. */
  hasFiles: boolean
  /** Files that somebody is writing. */
  drafted: number
}

export interface RefusedAgain {
  typed: string
  /** The note is missing or too long. */
  wrongNote: boolean
  notice: Notice | null
}

export function toRevisionPage(
  { revision, lines, names, hasFiles, drafted }: RevisionView,
  w: Words,
  { typed, wrongNote, notice }: RefusedAgain = { typed: '', wrongNote: false, notice: null },
): RevisionPage {
  const { courseId, number, document } = revision
  const isNewest = lines[0]?.id === revision.id
  const fault = wrongNote ? w.t('publishing.noteFault') : null
  return {
    title: w.t('publishing.revisionOf', { number, course: document.title[w.language] }),
    back: { url: revisionsUrl(courseId), label: w.t('publishing.revisions') },
    faults: fault ? [{ name: 'note', text: fault }] : [],
    notice,
    brought: broughtText(revision, names, w),
    note: revision.note,
    modules: document.modules.map((module) => ({
      title: module.title[w.language],
      url: revisionModuleUrl(courseId, number, module.id),
      text: w.t('publishing.moduleHolds', {
        pages: w.t('publishing.pages', { count: module.pages.length }),
        questions: w.t('publishing.questionCount', { count: module.questions.length }),
      }),
    })),
    compare: lines.length > 1 ? compareWith(revision, lines, names, w) : null,
    again:
      isNewest || !hasFiles
        ? null
        : {
            action: againUrl(courseId, number),
            note: noteField(typed, fault, w),
            drafts: drafted > 0 ? w.t('publishing.draftsStay', { count: drafted }) : null,
          },
    notAgain: !isNewest && !hasFiles ? w.t('publishing.noFiles') : null,
  }
}

/** The one before it is what people mean most often; of the first the one after it. */
function compareWith(
  { id, courseId, number }: Revision,
  lines: readonly RevisionLine[],
  names: ReadonlyMap<string, string | null>,
  w: Words,
): RevisionPage['compare'] {
  const others = lines.filter((line) => line.id !== id)
  const usual = others.find((line) => line.number < number) ?? others.at(-1)
  return {
    action: changesAction(courseId, number),
    select: {
      name: 'from',
      label: w.t('publishing.compareWith'),
      options: others.map((line) => ({
        value: String(line.number),
        label: `${w.t('publishing.revision', { number: line.number })}: ${broughtText(line, names, w)}`,
        chosen: line === usual,
      })),
    },
  }
}
