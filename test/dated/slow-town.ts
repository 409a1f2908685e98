/**
 * The rules of employments, requirements and coverage once more, day by day and without a database: what is known at an instant is what has
 * happened until then, played again from the beginning. Slow, and written without looking at the other.
 */
export const firstDay = '2026-01-01'
const horizon = 2200
const length = 86_400_000
export const nth = (place: number): string => new Date(Date.parse(firstDay) + place * length).toISOString().slice(0, 10)
export const placeOf = (day: string): number => Math.round((Date.parse(day) - Date.parse(firstDay)) / length)

export type Job = 'bar' | 'door'
export const venues = ['havnen', 'kilden', 'nordlys'] as const
export type VenueName = (typeof venues)[number]

/** What happens on a day, by place; `nr` counts a person's employments in the order they began to be known. */
export type Event = { on: number } & (
  | { kind: 'join'; person: number; venue: VenueName; job: Job }
  | { kind: 'back'; person: number; venue: VenueName; job: Job; from: number }
  | { kind: 'confirm' | 'reject'; person: number; nr: number }
  | { kind: 'days'; person: number; nr: number; first: number; last: number | null }
  | { kind: 'job'; person: number; nr: number; job: Job; from: number }
  | { kind: 'end' | 'leave'; person: number; nr: number; last: number }
  | { kind: 'pass'; person: number }
  | { kind: 'revoke' | 'revoke-in-error' | 'withdraw'; person: number; certificate: number }
  | { kind: 'require'; job: Job | 'any'; days: number; from: number }
  | { kind: 'unrequire'; job: Job | 'any'; last: number }
  | { kind: 'close' | 'reopen'; venue: VenueName; from: number }
)

export type PersonalEvent = Extract<Event, { person: number }>

export interface Employment {
  venue: VenueName
  confirmed: boolean
  /** The job of every day; null = not employed. */
  jobs: (Job | null)[]
}

export interface Certificate {
  issued: number
  last: number
  ends: number | null
}

export interface Person {
  employments: Employment[]
  certificates: Certificate[]
}

interface Rule {
  days: number
  from: number
}

export class SlowTown {
  readonly people = new Map<number, Person>()
  readonly rules: Record<Job | 'any', (Rule | null)[]> = { any: everyDay(), bar: everyDay(), door: everyDay() }
  readonly closed: Record<VenueName, boolean[]> = { havnen: [], kilden: [], nordlys: [] }

  person(n: number): Person {
    const known = this.people.get(n) ?? { employments: [], certificates: [] }
    this.people.set(n, known)
    return known
  }

  happen(event: Event): void {
    if ('person' in event) happenTo(this.person(event.person), event)
    else if (event.kind === 'require')
      for (let day = event.from; day < horizon; day++)
        this.rules[event.job][day] = { days: event.days, from: event.from }
    else if (event.kind === 'unrequire')
      for (let day = event.last + 1; day < horizon; day++) this.rules[event.job][day] = null
    else if (event.kind === 'close')
      for (let day = event.from; day < horizon; day++) this.closed[event.venue][day] = true
    else if (event.kind === 'reopen') reopen(this.closed[event.venue], event.from)
  }

  /** How somebody stands at a venue on a day; null = does not count there. */
  standing(n: number, venue: VenueName, day: number): 'covered' | 'within' | 'late' | null {
    if (this.closed[venue][day]) return null
    const { employments, certificates } = this.person(n)
    const here = employments.filter((one) => one.confirmed && one.venue === venue)
    if (!here.some((one) => one.jobs[day])) return null
    if (certificates.some((one) => one.issued <= day && day <= one.last && !(one.ends !== null && one.ends <= day)))
      return 'covered'
    const due = this.due(here, day)
    if (due === null) return 'covered'
    return due < day ? 'late' : 'within'
  }

  /** The last day of grace; null when nothing is required on the day. */
  private due(here: readonly Employment[], day: number): number | null {
    let start: number | null = null
    let last: number | null = null
    for (let past = 0; past <= day; past++) {
      if (this.rulesOn(here, past).length === 0) continue
      // No six months are shorter than 181 days.
      if (last === null || (past - last > 180 && nth(past) > monthsLater(nth(last), 6))) start = past
      last = past
    }
    const rules = this.rulesOn(here, day)
    if (rules.length === 0 || start === null) return null
    return Math.min(...rules.map((rule) => Math.max(start, rule.from) + rule.days))
  }

  private rulesOn(here: readonly Employment[], day: number): Rule[] {
    return here.flatMap(({ jobs }) => {
      const job = jobs[day]
      return job ? [this.rules.any[day], this.rules[job][day]].filter((rule) => rule != null) : []
    })
  }
}

const everyDay = (): (Rule | null)[] => Array.from({ length: horizon }, () => null)
const withJob = (job: Job, from: number): (Job | null)[] =>
  Array.from({ length: horizon }, (_, day) => (day >= from ? job : null))

function happenTo(person: Person, event: PersonalEvent): void {
  const { employments, certificates } = person
  const employment = 'nr' in event ? (employments[event.nr] as Employment) : null
  switch (event.kind) {
    case 'join':
      employments.push({ venue: event.venue, confirmed: false, jobs: withJob(event.job, event.on) })
      return
    case 'back':
      employments.push({ venue: event.venue, confirmed: true, jobs: withJob(event.job, event.from) })
      return
    case 'confirm':
      ;(employment as Employment).confirmed = true
      return
    case 'reject':
      ;(employment as Employment).jobs.fill(null)
      return
    case 'days':
      setDays(employment as Employment, event.first, event.last)
      return
    case 'job':
      for (const [day, job] of (employment as Employment).jobs.entries())
        if (job !== null && day >= event.from) (employment as Employment).jobs[day] = event.job
      return
    case 'end':
      setDays(employment as Employment, firstOf(employment as Employment), event.last)
      return
    case 'leave':
      if ((employment as Employment).confirmed)
        setDays(employment as Employment, firstOf(employment as Employment), event.last)
      else (employment as Employment).jobs.fill(null)
      return
    case 'pass':
      certificates.push({ issued: event.on, last: lastDay(certificates, event.on), ends: null })
      return
    default: {
      const certificate = certificates[event.certificate] as Certificate
      certificate.ends = event.kind === 'revoke-in-error' ? certificate.issued : event.on
    }
  }
}

/** Days outside go, days missing get the job of the nearest day there was. */
function setDays(employment: Employment, first: number, last: number | null): void {
  const was = [...employment.jobs]
  const [from, to] = [was.findIndex((job) => job !== null), was.findLastIndex((job) => job !== null)]
  const end = last ?? horizon - 1
  for (let day = 0; day < horizon; day++)
    employment.jobs[day] = day < first || day > end ? null : (was[Math.min(Math.max(day, from), to)] as Job)
}

export const firstOf = ({ jobs }: Employment): number => jobs.findIndex((job) => job !== null)
/** Null = no last day. */
export const lastOf = ({ jobs }: Employment): number | null => {
  const last = jobs.findLastIndex((job) => job !== null)
  return last === horizon - 1 ? null : last
}

export const standsOn = (one: Certificate, day: number): boolean =>
  one.issued <= day && day <= one.last && !(one.ends !== null && one.ends <= day)

/** Two years; from the old last day when it is no more than sixty days away. */
function lastDay(certificates: readonly Certificate[], on: number): number {
  const old = Math.max(...certificates.filter((one) => standsOn(one, on)).map((one) => one.last), -1)
  return placeOf(monthsLater(nth(old >= on && on >= old - 60 ? old : on), 24))
}

/** The same day of a later month, or the last there is. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const wanted = new Date(Date.UTC(year, month - 1 + months, 1))
  const days = new Date(Date.UTC(wanted.getUTCFullYear(), wanted.getUTCMonth() + 1, 0)).getUTCDate()
  wanted.setUTCDate(Math.min(date, days))
  return wanted.toISOString().slice(0, 10)
}

/** Opens the row of closed days around a closed day, from that day on. */
function reopen(closed: boolean[], from: number): void {
  for (let day = from; closed[day]; day++) closed[day] = false
}
