import { type Day, isDay } from '#base/dates.ts'
import { isJob, type Job } from '#people/job.ts'
import { firstWritten, lastWritten } from '#people/keep-employment.ts'
import { form, type Typed, typedText } from '#web/form.ts'
import type { Key } from '#web/words.ts'

export type Faults = Readonly<Partial<Record<string, Key>>>
export type ReadForm<Value> = { ok: true; typed: Typed; value: Value } | { ok: false; typed: Typed; faults: Faults }

/** What a day may be: of the employment that is being kept, and of today. */
export interface Around {
  firstOn: Day
  lastOn: Day | null
  today: Day
}

const longestTyped = 40
const readDaysRaw = form(
  (type) =>
    type.Object({
      firstOn: type.String({ maxLength: longestTyped }),
      lastOn: type.String({ maxLength: longestTyped }),
    }),
  { firstOn: 'staff.fault.day', lastOn: 'staff.fault.day' },
)

/** First and last day; an empty last day is none. */
export function readDays(
  body: unknown,
  { today }: Pick<Around, 'today'>,
): ReadForm<{ firstOn: Day; lastOn: Day | null }> {
  const read = readDaysRaw(body)
  const typed: Typed = read.ok ? read.value : read.typed
  const [firstOn, lastOn] = [dayIn(typed, 'firstOn'), dayIn(typed, 'lastOn')]
  const first = faultOf(firstOn, today)
  const last = lastOn === '' ? null : (faultOf(lastOn, today) ?? (lastOn < firstOn ? 'staff.fault.order' : null))
  return answer(typed, { firstOn: first, lastOn: first ? null : last }, { firstOn, lastOn: lastOn || null })
}

const readJobRaw = form(
  (type) =>
    type.Object({ job: type.String({ maxLength: longestTyped }), fromOn: type.String({ maxLength: longestTyped }) }),
  { job: 'staff.fault.job', fromOn: 'staff.fault.day' },
)

/** Another job from a day on, which is one of the employment's. */
export function readJobChange(body: unknown, { firstOn, lastOn, today }: Around): ReadForm<{ job: Job; fromOn: Day }> {
  const read = readJobRaw(body)
  const typed: Typed = read.ok ? read.value : read.typed
  const [job, fromOn] = [typedText(typed, 'job'), dayIn(typed, 'fromOn')]
  const outside =
    fromOn < firstOn ? 'staff.fault.beforeFirst' : lastOn !== null && fromOn > lastOn ? 'staff.fault.afterLast' : null
  const faults = { job: isJob(job) ? null : ('staff.fault.job' as const), fromOn: faultOf(fromOn, today) ?? outside }
  return answer(typed, faults, { job: job as Job, fromOn })
}

const readEndRaw = form((type) => type.Object({ lastOn: type.String({ maxLength: longestTyped }) }), {
  lastOn: 'staff.fault.day',
})

/** The last day, not before the first. */
export function readEnd(body: unknown, { firstOn, today }: Around): ReadForm<{ lastOn: Day }> {
  const read = readEndRaw(body)
  const typed: Typed = read.ok ? read.value : read.typed
  const lastOn = dayIn(typed, 'lastOn')
  const fault = faultOf(lastOn, today) ?? (lastOn < firstOn ? 'staff.fault.beforeFirst' : null)
  return answer(typed, { lastOn: fault }, { lastOn })
}

const readReturnRaw = form(
  (type) =>
    type.Object({ job: type.String({ maxLength: longestTyped }), firstOn: type.String({ maxLength: longestTyped }) }),
  { job: 'staff.fault.job', firstOn: 'staff.fault.day' },
)

/** The job and the first day of somebody who is back; the day after the last one at the earliest. */
export function readReturn(body: unknown, { lastOn, today }: Around): ReadForm<{ job: Job; firstOn: Day }> {
  const read = readReturnRaw(body)
  const typed: Typed = read.ok ? read.value : read.typed
  const [job, firstOn] = [typedText(typed, 'job'), dayIn(typed, 'firstOn')]
  const early = lastOn !== null && firstOn <= lastOn ? 'staff.fault.stillThere' : null
  const faults = { job: isJob(job) ? null : ('staff.fault.job' as const), firstOn: faultOf(firstOn, today) ?? early }
  return answer(typed, faults, { job: job as Job, firstOn })
}

const dayIn = (typed: Typed, name: string) => typedText(typed, name).trim()

function faultOf(day: string, today: Day): Key | null {
  if (!isDay(day)) return 'staff.fault.day'
  if (day < firstWritten) return 'staff.fault.early'
  return day > lastWritten(today) ? 'staff.fault.far' : null
}

function answer<Value>(typed: Typed, of: Readonly<Record<string, Key | null>>, value: Value): ReadForm<Value> {
  const faults = Object.fromEntries(Object.entries(of).filter(([, fault]) => fault !== null)) as Faults
  return Object.keys(faults).length === 0 ? { ok: true, typed, value } : { ok: false, typed, faults }
}

const oneOrMore = /^[1-9]\d{0,5}$/

/** Reads `?name=` and `?page=` (from 1). */
export function readSearch(query: unknown): { name: string; page: number } {
  const { name, page } = (query ?? {}) as Record<string, unknown>
  const asked = typeof page === 'string' && oneOrMore.test(page) ? Number(page) : 1
  return { name: typeof name === 'string' ? name.trim().slice(0, 100) : '', page: asked }
}
