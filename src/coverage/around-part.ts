import { addMonths, type Day } from '#base/dates.ts'
import { jobKey } from '#people/job.ts'
import type { StaffLine } from '#people/venue-staff-store.ts'
import type { Words } from '#web/words.ts'

/** Somebody who does not work there today: begins later, or has just left. */
export interface PersonLink {
  name: string
  url: string
  about: string
}

/** Where somebody of today's list leads to, and what is planned. */
export interface Plans {
  url: string
  plans: readonly string[]
}

const monthsShown = 6
/** Whoever left before it is no longer listed. */
export const listedSince = (today: Day): Day => addMonths(today, -monthsShown)

/** By person: the page of today's employment, the next job and the last day. */
export function plansOf(
  lines: readonly StaffLine[],
  address: string,
  today: Day,
  w: Words,
): ReadonlyMap<string, Plans> {
  const present = lines.filter((line) => line.firstOn <= today && (line.lastOn === null || line.lastOn >= today))
  return new Map(
    present.map((line) => {
      const next = line.spells.filter(({ firstOn }) => firstOn > today)
      const jobs = next.map(({ job, firstOn }) =>
        w.t('coverage.nextJob', { job: w.t(jobKey(job)), day: w.date(firstOn) }),
      )
      const last = line.lastOn === null ? [] : [w.t('coverage.lastDayThere', { day: w.date(line.lastOn) })]
      return [line.personId, { url: urlOf(line, address), plans: [...jobs, ...last] }]
    }),
  )
}

/** Who begins later, soonest first. */
export const comingOf = (lines: readonly StaffLine[], address: string, today: Day, w: Words): PersonLink[] =>
  lines
    .filter(({ firstOn }) => firstOn > today)
    .map((line) =>
      linkTo(line, address, w.t('coverage.begins', { job: jobOf(line, 0, w), day: w.date(line.firstOn) }), w),
    )

/** Who has left and is not back, last first. */
export function formerOf(lines: readonly StaffLine[], address: string, today: Day, w: Words): PersonLink[] {
  const here = new Set(lines.flatMap((line) => (line.lastOn === null || line.lastOn >= today ? [line.personId] : [])))
  const left = lines
    .filter((line) => !here.has(line.personId))
    .toSorted((a, b) => ((a.lastOn ?? '') < (b.lastOn ?? '') ? 1 : -1))
  return left
    .filter((line, place) => left.findIndex((one) => one.personId === line.personId) === place)
    .map((line) =>
      linkTo(line, address, w.t('coverage.left', { job: jobOf(line, -1, w), day: w.date(line.lastOn as Day) }), w),
    )
}

const jobOf = (line: StaffLine, place: number, w: Words) => {
  const spell = line.spells.at(place)
  return spell ? w.t(jobKey(spell.job)) : ''
}

const linkTo = (line: StaffLine, address: string, about: string, w: Words): PersonLink => ({
  name: line.name ?? w.t('coverage.nameless'),
  url: urlOf(line, address),
  about,
})

const urlOf = ({ employmentId }: StaffLine, address: string) => `${address}/employments/${employmentId}`
