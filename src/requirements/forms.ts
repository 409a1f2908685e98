import { addDays, addMonths, type Day, isDay } from '#base/dates.ts'
import { form, type Typed, typedText } from '#web/form.ts'
import type { Key } from '#web/words.ts'
import { type RequiredJob, requiredJobs } from './requirement.ts'

export interface RequirementForm {
  courseId: string
  job: RequiredJob
  days: number
  from: Day
}

export type Faults = Partial<Record<string, Key>>
export type ReadForm<Value> = { ok: true; value: Value } | { ok: false; typed: Typed; faults: Faults }

export const mostDays = 365
/** The last day anything can be planned for. */
export const lastPlanned = (today: Day): Day => addMonths(today, 24)

const readSettingRaw = form(
  (type) =>
    type.Object({
      course: type.String({ minLength: 1, maxLength: 100 }),
      job: type.Union(requiredJobs.map((job) => type.Literal(job))),
      days: type.String({ pattern: '^ *[0-9]{1,3} *$' }),
      from: type.String(),
    }),
  {
    course: 'requirements.courseFault',
    job: 'requirements.jobFault',
    days: 'requirements.graceFault',
    from: 'requirements.fromFault',
  },
)

/** What is to be required, from an address or a form; `courses`: ids of what is published. The past is refused: what was asked stays asked. */
export function readSetting(
  input: unknown,
  { courses, today }: { courses: readonly string[]; today: Day },
): ReadForm<RequirementForm> {
  const read = readSettingRaw(input)
  const typed: Typed = read.ok ? read.value : read.typed
  const from = typedText(typed, 'from').trim()
  const faults: Faults = {
    ...(courses.includes(typedText(typed, 'course')) ? {} : { course: 'requirements.courseFault' as const }),
    ...(Number(typedText(typed, 'days')) > mostDays ? { days: 'requirements.graceFault' as const } : {}),
    ...(isBetween(from, today, lastPlanned(today)) ? {} : { from: 'requirements.fromFault' as const }),
    ...(read.ok ? {} : read.faults),
  }
  if (!read.ok || Object.keys(faults).length > 0) return { ok: false, typed, faults }
  const { course, job, days } = read.value
  return { ok: true, value: { courseId: course, job: job as RequiredJob, days: Number(days), from } }
}

const readMeantRaw = form(
  (type) =>
    type.Object({
      course: type.String({ maxLength: 100 }),
      job: type.Union(requiredJobs.map((job) => type.Literal(job))),
    }),
  { course: 'missing', job: 'missing' },
)

/** Which requirement an address is about, or null. */
export function readMeant(query: unknown): { courseId: string; job: RequiredJob } | null {
  const read = readMeantRaw(query)
  return read.ok ? { courseId: read.value.course, job: read.value.job as RequiredJob } : null
}

const readLastRaw = form((type) => type.Object({ last: type.String() }), { last: 'missing' })

/** The last day of a requirement: yesterday at the earliest. `asked` = anything was typed at all. */
export function readLast(input: unknown, today: Day): { asked: boolean; typed: string; day: Day | null } {
  const read = readLastRaw(input)
  const typed = read.ok ? read.value.last.trim() : ''
  const right = isBetween(typed, addDays(today, -1), lastPlanned(today))
  return { asked: read.ok, typed, day: right ? typed : null }
}

const isBetween = (text: string, first: Day, last: Day): boolean => isDay(text) && first <= text && text <= last
