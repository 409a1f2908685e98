import { type Day, dayOf } from '#base/dates.ts'
import type { CopyName } from './copy-name.ts'

const hour = 3_600_000
const day = 24 * hour

/** How long the last copy of a day, and a copy made before an upgrade, are kept; nobody's data outlives its erasure by more. */
export const longestKept = 35 * day
/** So many days with copies are kept whatever their age: a clock that is wrong must not take the last ones with it. */
const fewestDays = 3

/**
 * Which copies are not kept any longer: kept are all of the last 24 hours, the last of each day for 35 days, those made before an upgrade
 * for 35 days, and never fewer than three days. Copies from the future are kept.
 */
export function tooOld(copies: readonly CopyName[], now: Date): CopyName[] {
  const newestFirst = copies.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))
  const lastOfDay = new Map<Day, CopyName>()
  for (const copy of newestFirst) {
    const on = dayOf(new Date(copy.madeAt))
    if (copy.before === null && !lastOfDay.has(on)) lastOfDay.set(on, copy)
  }
  const lasts = [...lastOfDay.values()]
  const daily = new Set(lasts)
  const always = new Set(lasts.slice(0, fewestDays))
  return newestFirst.filter((copy) => {
    const age = now.getTime() - Date.parse(copy.madeAt)
    if (always.has(copy) || age <= day) return false
    return age > longestKept || (copy.before === null && !daily.has(copy))
  })
}
