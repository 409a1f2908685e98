import type { Instant } from '#base/dates.ts'

/** A longer gap between two facts is a break, not learning. */
const longestGap = 10 * 60_000

/**
 * Learning minutes from the instants at which something was learned (a page read, a choice, an answer): the time between one and the
 * next, at most ten minutes each, as whole minutes. Training is paid time, so it is counted from facts, not from an open page.
 */
export function learningMinutes(instants: readonly Instant[]): number {
  const times = instants.map((at) => Date.parse(at)).sort((a, b) => a - b)
  const gaps = times.slice(1).map((time, index) => Math.min(time - (times[index] as number), longestGap))
  return Math.round(gaps.reduce((sum, gap) => sum + gap, 0) / 60_000)
}
