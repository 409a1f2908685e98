import type { Outcome } from '#courses/course.ts'

/** How often each thing happened, by the keys of same-text.ts. It knows how many, never who. */
export interface Tally {
  /** People by the answer they gave, as it is kept. */
  answers: Map<string, Map<string, number>>
  /** People who read a page, and those of them who went on from it. */
  pages: Map<string, { read: number; on: number }>
  /** People by the way they chose on a step: its place, from 0. */
  ways: Map<string, Map<number, number>>
  endings: Map<string, Map<Outcome, number>>
}

export const newTally = (): Tally => ({ answers: new Map(), pages: new Map(), ways: new Map(), endings: new Map() })

/** So many more of this. */
export function add<Thing>(
  counts: Map<string, Map<Thing, number>>,
  { key, thing, people = 1 }: { key: string; thing: Thing; people?: number },
): void {
  const known = counts.get(key) ?? new Map<Thing, number>()
  known.set(thing, (known.get(thing) ?? 0) + people)
  counts.set(key, known)
}
