import { randomInt } from 'node:crypto'

/** A whole number from 0 up to, not including, `below`. */
export type Chance = (below: number) => number

export const fairChance: Chance = (below) => randomInt(below)

/** A chance that repeats itself: the same seed gives the same numbers (mulberry32). For the demo town and for tests, never for a draw that counts. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** The same things in a random order (Fisher–Yates). */
export function shuffled<T>(things: readonly T[], chance: Chance): T[] {
  const order = [...things]
  for (let last = order.length - 1; last > 0; last--) {
    const other = chance(last + 1)
    ;[order[last], order[other]] = [order[other] as T, order[last] as T]
  }
  return order
}
