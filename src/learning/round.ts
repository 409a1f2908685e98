import type { Day, Instant } from '#base/dates.ts'
import type { Guest } from '#exercises/guests.ts'
import { mayBeServed } from '#exercises/verdict.ts'

/** May this guest be served? */
export type Verdict = 'yes' | 'no'

/** One round of a module's exercise, its guests pinned when it starts. */
export interface Round {
  id: string
  enrolmentId: string
  courseId: string
  revisionId: string
  moduleId: string
  /**
   * The civil day it was drawn for. It stands at the top of the round and its answers are judged by it, also when midnight passes before they are
   * sent: what is right is what was right on the page she looked at.
   */
  drawnOn: Day
  guests: readonly Guest[]
  /** One for each guest; null until answered, and when they are erased. */
  answers: readonly Verdict[] | null
  answeredAt: Instant | null
  rightCount: number | null
  passedAt: Instant | null
}

export const verdictOn = (guest: Guest, day: Day): Verdict => (mayBeServed(guest, day) ? 'yes' : 'no')

/** What would be right, guest by guest. */
export const rightVerdicts = ({ guests, drawnOn }: Pick<Round, 'guests' | 'drawnOn'>): Verdict[] =>
  guests.map((guest) => verdictOn(guest, drawnOn))
