import type { Chance } from '#base/chance.ts'
import { type Instant, instantOf } from '#base/dates.ts'
import type { LetterKind } from './letter.ts'

const minute = 60_000
const hour = 60 * minute

/** How long somebody who claims a letter has it to himself. */
export const lease = 10 * minute

/** How long a letter is tried for: three days, as mail servers do; a link for a new password is dead after an hour. */
const patienceOf = (kind: LetterKind) => (kind === 'reset' ? hour : 72 * hour)

/** When to try a letter again after so many tries: 1 minute, doubling to 1 hour, up to a fifth more by chance, so that not all come back at once. */
export function nextTry(now: Date, tries: number, chance: Chance): Instant {
  const wait = Math.min(minute * 2 ** (tries - 1), hour)
  return instantOf(new Date(now.getTime() + wait + chance(wait / 5)))
}

/** Has this letter waited too long to be tried again? */
export const isTooOld = ({ kind, queuedAt }: { kind: LetterKind; queuedAt: Instant }, now: Date): boolean =>
  now.getTime() - Date.parse(queuedAt) >= patienceOf(kind)

/** Is there no point in sending it any more, though it was never tried? No link of ours works longer, and old news confuses. */
export const isStale = ({ kind, queuedAt }: { kind: LetterKind; queuedAt: Instant }, now: Date): boolean =>
  now.getTime() - Date.parse(queuedAt) >= (kind === 'reset' ? hour : 7 * 24 * hour)

export const later = (now: Date, milliseconds: number): Instant => instantOf(new Date(now.getTime() + milliseconds))
