import type { Spell } from '#requirements/due.ts'
import type { Requirement } from '#requirements/requirement.ts'

const dayLength = 24 * 3600 * 1000
export const firstDay = '2024-01-01'

/** Day n counted from 1 January 2024, by plain division of milliseconds. */
export const nth = (n: number): string => new Date(Date.parse(firstDay) + n * dayLength).toISOString().slice(0, 10)
const numberOf = (day: string) => (Date.parse(day) - Date.parse(firstDay)) / dayLength

/** Six months later, found by walking to the same day of the month, or the last one there is. */
function sixMonthsAfter(n: number): number {
  const [year, month, day] = nth(n).split('-').map(Number) as [number, number, number]
  const start = new Date(Date.UTC(year, month - 1 + 6, 1))
  let found = start
  for (let k = 1; k < 31; k++) {
    const next = new Date(start.getTime() + k * dayLength)
    if (next.getUTCMonth() !== start.getUTCMonth() || found.getUTCDate() >= day) break
    found = next
  }
  return numberOf(found.toISOString().slice(0, 10))
}

/** Rule 5.5 by walking through every day from the first: was the course required, and has its run gone on? Slow, and written without the other. */
export function slowDue(spells: readonly Spell[], requirements: readonly Requirement[], on: string) {
  const end = numberOf(on)
  const within = (n: number, from: string, to: string | null) =>
    numberOf(from) <= n && (to === null || n <= numberOf(to))
  const asking = (n: number, courseId: string) =>
    requirements.filter(
      (one) =>
        one.courseId === courseId &&
        within(n, one.countsFromOn, one.lastOn) &&
        spells.some((spell) => within(n, spell.firstOn, spell.lastOn) && [spell.job, 'any'].includes(one.job)),
    )
  const courses = [...new Set(requirements.map((one) => one.courseId))].sort()
  return courses.flatMap((courseId) => {
    const now = asking(end, courseId)
    if (now.length === 0) return []
    let begun: number | null = null
    let latest = 0
    for (let n = 0; n <= end; n++) {
      if (asking(n, courseId).length === 0) continue
      if (begun === null || n > sixMonthsAfter(latest)) begun = n
      latest = n
    }
    const due = now.map((one) => Math.max(begun as number, numberOf(one.countsFromOn)) + one.days)
    return [{ courseId, dueOn: nth(Math.min(...due)) }]
  })
}
