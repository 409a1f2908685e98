import { addDays, type Day, isDay } from '#base/dates.ts'
import { form, type Typed, typedText } from '#web/form.ts'
import type { Key } from '#web/words.ts'

export const longestNote = 500
export const usualDays = 30
export const firstDue = (today: Day): Day => addDays(today, 7)
export const lastDue = (today: Day): Day => addDays(today, 365)

export type Faults = Partial<Record<'note' | 'due', Key>>

export interface PublicationForm {
  seen: string
  note: string
  again: readonly string[]
  dueOn: Day | null
}

export type ReadPublication = { ok: true; value: PublicationForm } | { ok: false; typed: Typed; faults: Faults }

/** The field that says of a page, `module/page`, whether it has to be read again. */
export const againField = (page: string) => `again.${page}`

const readRaw = form(
  (type) => type.Object({ seen: type.String({ maxLength: 64 }), note: type.String({ maxLength: 10_000 }) }),
  { seen: 'missing', note: 'missing' },
)

/** What a trainer decided. `pages`: those she was asked about, `module/page`. Without a page to be read again no deadline is looked at. */
export function readPublication(
  body: unknown,
  { pages, today }: { pages: readonly string[]; today: Day },
): ReadPublication {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Typed
  const raw = readRaw(body)
  const note = typedText(sent, 'note').replaceAll(/\r\n?/g, '\n').trim()
  const again = pages.filter((page) => sent[againField(page)] === 'again')
  const due = typedText(sent, 'due').trim()
  const isDue = isDay(due) && firstDue(today) <= due && due <= lastDue(today)
  const faults: Faults = {
    ...(isNote(note) ? {} : { note: 'publishing.noteFault' as const }),
    ...(again.length > 0 && !isDue ? { due: 'publishing.dueFault' as const } : {}),
  }
  if (!raw.ok || Object.keys(faults).length > 0) return { ok: false, typed: sent, faults }
  return { ok: true, value: { seen: raw.value.seen, note, again, dueOn: again.length > 0 ? due : null } }
}

const isNote = (note: string) => note !== '' && note.length <= longestNote

/** The note of a text that is published again; null when there is none or too long a one. */
export function readNote(body: unknown): { typed: string; note: string | null } {
  const typed = typedText((body ?? {}) as Typed, 'note')
  const note = typed.replaceAll(/\r\n?/g, '\n').trim()
  return { typed, note: isNote(note) ? note : null }
}
