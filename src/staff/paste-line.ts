import type { Day } from '#base/dates.ts'
import { tidyName } from '#base/text.ts'
import type { Job } from '#people/job.ts'
import { firstWritten, lastWritten } from '#people/keep-employment.ts'
import { loginOf } from '#signin/login.ts'
import type { Key } from '#web/words.ts'
import { cellIn, readColumns } from './paste-columns.ts'
import { type Row, rowsOf } from './paste-table.ts'
import { writtenDay } from './written-day.ts'
import { writtenJob } from './written-job.ts'

/** One person to enter. */
export interface Entry {
  name: string
  /** Normalised. */
  login: string
  job: Job
  firstOn: Day
}

/** What is wrong with a line, in words: the words' key and what stands in them. */
export interface LineFault {
  key: Key
  values: Readonly<Record<string, string | number>>
}

export interface PastedLine {
  line: number
  text: string
  /** As typed: name and login. */
  name: string
  login: string
  read: { ok: true; entry: Entry } | { ok: false; faults: readonly LineFault[] }
}

/** What a line without a job or a first day is given. */
export interface Defaults {
  job: Job
  firstOn: Day
}

/** `header`: the line with headings, when there is one, so that a list stays readable when only a part of it is left. */
export interface Pasted {
  header: string | null
  lines: readonly PastedLine[]
}

/** A list of people, line by line: each right, or with what is wrong with it. Somebody who stands there twice counts the first time. Pure. */
export function readPaste(text: string, defaults: Defaults): Pasted {
  const all = rowsOf(text)
  const { places, rows } = readColumns(all)
  const seen = new Map<string, number>()
  const lines = rows.map((row) => {
    const cell = (column: Parameters<typeof cellIn>[2]) => cellIn(row, places, column)
    const typed = { name: cell('name'), login: cell('login'), job: cell('job'), firstOn: cell('firstOn') }
    return { ...readLine(row, typed, defaults, seen), name: shortened(typed.name), login: shortened(typed.login) }
  })
  return { header: rows.length < all.length ? (all[0]?.text ?? null) : null, lines }
}

/** What is left of a list once its good lines are entered: the headings, and the lines with faults. */
export function leftOver({ header, lines }: Pasted): string {
  const left = lines.filter(({ read }) => !read.ok).map(({ text }) => text)
  return left.length === 0 ? '' : [...(header === null ? [] : [header]), ...left].join('\n')
}

type Typed = Record<keyof Entry, string>

function readLine({ line, text }: Row, typed: Typed, defaults: Defaults, seen: Map<string, number>) {
  const name = tidyName(typed.name)
  const login = loginOf(typed.login)
  const job = typed.job === '' ? defaults.job : writtenJob(typed.job)
  const firstOn = typed.firstOn === '' ? defaults.firstOn : writtenDay(typed.firstOn)
  const faults = [
    nameFault(name),
    login === null ? loginFault(typed.login) : twiceFault(seen.get(login)),
    job === null ? fault('job', { typed: typed.job }) : null,
    firstOn === null ? fault('day', { typed: typed.firstOn }) : dayFault(firstOn, defaults.firstOn),
  ].filter((one) => one !== null)
  if (login !== null && !seen.has(login)) seen.set(login, line)
  if (faults.length > 0 || login === null || job === null || firstOn === null)
    return { line, text, read: { ok: false as const, faults } }
  return { line, text, read: { ok: true as const, entry: { name, login, job, firstOn } } }
}

const longestName = 100
const longestShown = 60

const shortened = (text: string) => (text.length > longestShown ? `${text.slice(0, longestShown)}…` : text)

const fault = (name: FaultName, values: LineFault['values'] = {}): LineFault => ({
  key: `staff.paste.fault.${name}`,
  values: Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? shortened(value) : value]),
  ),
})

type FaultName = 'name' | 'nameLong' | 'formula' | 'login' | 'loginMissing' | 'job' | 'day' | 'early' | 'far' | 'twice'

function nameFault(name: string): LineFault | null {
  if (name === '') return fault('name')
  if (name.length > longestName) return fault('nameLong')
  // A spreadsheet would run it when the list is downloaded again.
  return /^[=+@-]/.test(name) ? fault('formula') : null
}

const loginFault = (typed: string) => (typed === '' ? fault('loginMissing') : fault('login', { typed }))

const twiceFault = (before: number | undefined) => (before === undefined ? null : fault('twice', { line: before }))

function dayFault(day: Day, today: Day): LineFault | null {
  if (day < firstWritten) return fault('early')
  return day > lastWritten(today) ? fault('far') : null
}
