import { addDays, type Day } from '#base/dates.ts'
import type { Typed } from '#web/form.ts'
import { typedText } from '#web/form.ts'
import type { Choices, Field } from '#web/parts.ts'
import type { Words } from '#web/words.ts'
import { publicationUrl } from './addresses.ts'
import type { ModuleChange } from './course-change.ts'
import type { Titles } from './file-words.ts'
import type { Publication } from './find-publication.ts'
import { againField, type Faults, firstDue, lastDue, longestNote, usualDays } from './forms.ts'

/** The form that publishes. */
export interface PublicationFormPart {
  action: string
  /** What the trainer has before her, and since when. */
  seen: string
  seenAt: string
  pages: readonly Choices[]
  /** Said when there are more pages than can be asked about. */
  more: string | null
  holders: string
  due: Field
  note: Field
}

/** A form may have two hundred fields. */
const mostPages = 150

/** The pages a trainer is asked about, `module/page`. */
export const askedPages = (changes: readonly ModuleChange[]): string[] =>
  changes.flatMap((module) => module.pages.map((page) => `${module.id}/${page.id}`)).slice(0, mostPages)

export function toFormPart(
  of: Pick<Publication, 'courseId' | 'changes' | 'holders' | 'seen'> & { today: Day; at: string },
  { titles, typed, faults }: { titles: Titles; typed: Typed; faults: Faults },
  w: Words,
): PublicationFormPart {
  const { changes, holders, today } = of
  const asked = new Set(askedPages(changes))
  const left = changes.reduce((all, module) => all + module.pages.length, 0) - asked.size
  return {
    action: publicationUrl(of.courseId),
    seen: of.seen,
    seenAt: of.at,
    pages: changes.flatMap((module) => pageChoices(module, { titles, typed }, w)).slice(0, mostPages),
    more: left > 0 ? w.t('publishing.morePages', { count: left }) : null,
    holders: holders === 0 ? w.t('publishing.noHolders') : w.t('publishing.holders', { count: holders }),
    due: {
      name: 'due',
      type: 'date',
      label: w.t('publishing.due'),
      hint: w.t('publishing.dueHint'),
      value: typedText(typed, 'due') || addDays(today, usualDays),
      min: firstDue(today),
      max: lastDue(today),
      fault: faults.due ? w.t(faults.due) : null,
    },
    note: noteField(typedText(typed, 'note'), faults.note ? w.t(faults.note) : null, w),
  }
}

export const noteField = (value: string, fault: string | null, w: Words): Field => ({
  name: 'note',
  type: 'textarea',
  rows: 4,
  label: w.t('publishing.note'),
  hint: w.t('publishing.noteHint'),
  maxlength: longestNote,
  required: true,
  value,
  fault,
})

function pageChoices(module: ModuleChange, { titles, typed }: { titles: Titles; typed: Typed }, w: Words): Choices[] {
  return module.pages.map((page) => {
    const name = againField(`${module.id}/${page.id}`)
    const again = typedText(typed, name) === 'again'
    return {
      name,
      legend: w.t('publishing.pageOf', {
        page: titles.page(module.id ?? '', page.id),
        module: titles.module(module.id ?? ''),
      }),
      hint: w.t(`publishing.page.${page.kind}`),
      options: [
        { value: 'minor', label: w.t('publishing.minor'), chosen: !again },
        { value: 'again', label: w.t('publishing.again'), chosen: again },
      ],
    }
  })
}
