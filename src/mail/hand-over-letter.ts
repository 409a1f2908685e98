import { record } from '#audit/record.ts'
import { mustSee, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { getLetter, markHandedOver } from './letter-list-store.ts'
import { letterState, mayBeHandedOver } from './letter-state.ts'

/** Somebody has read the letter aloud or handed it over, so it is not sent any more. Twice changes nothing. Refuses: not-found; conflict when it was sent, or is secret. */
export async function handOverLetter(work: Work, id: string): Promise<void> {
  mustSee(may.readLetters(work.actor), 'letters')
  const letter = await getLetter(work.db, id)
  if (letterState(letter) === 'handed-over') return
  if (!mayBeHandedOver(letter)) throw new Refusal('conflict', 'the letter cannot be handed over')
  await markHandedOver(work, id)
  await record(work, 'letter.handed-over', id, letter.personId === null ? {} : { personId: letter.personId })
}
