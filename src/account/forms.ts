import { type Day, isDay } from '#base/dates.ts'
import { tidyName } from '#base/text.ts'
import { isName } from '#people/change-name.ts'
import { form, typedText } from '#web/form.ts'

/** Far more than a name may have, and far less than would keep anything busy. */
const longestTyped = 1000

const readNameRaw = form((type) => type.Object({ name: type.String({ minLength: 1, maxLength: longestTyped }) }), {
  name: 'account.nameMissing',
})

/** A name, tidied, or what is wrong with what was typed. */
export function readName(body: unknown) {
  const read = readNameRaw(body)
  const typed = typedText(read.ok ? read.value : read.typed, 'name')
  const name = tidyName(typed)
  if (read.ok && isName(name)) return { ok: true as const, name }
  const fault = name === '' ? ('account.nameMissing' as const) : ('account.nameLong' as const)
  return { ok: false as const, typed, fault }
}

const readLastDayRaw = form((type) => type.Object({ lastOn: type.String({ maxLength: 20 }) }), { lastOn: 'missing' })

/** The last day at a venue, between two days that are both allowed; what was typed otherwise. */
export function readLastDay(body: unknown, { from, to }: { from: Day; to: Day }) {
  const read = readLastDayRaw(body)
  const typed = typedText(read.ok ? read.value : read.typed, 'lastOn').trim()
  return isDay(typed) && typed >= from && typed <= to
    ? { ok: true as const, lastOn: typed }
    : { ok: false as const, typed }
}

const readSureRaw = form((type) => type.Object({ sure: type.Literal('yes') }), { sure: 'missing' })

/** Was the tick set? */
export const readSure = (body: unknown): boolean => readSureRaw(body).ok

const cursor = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([\w-]{1,60})$/

/** Where a list of lines goes on: `?before=<instant>_<id>`; the beginning for anything else. */
export function readBefore(query: unknown): { at: string; id: string } | null {
  const typed = (query as Record<string, unknown> | null)?.before
  const match = typeof typed === 'string' ? cursor.exec(typed) : null
  return match ? { at: match[1] as string, id: match[2] as string } : null
}
