import { record } from '#audit/record.ts'
import { mustSee, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { getLetter, markQueuedAgain } from './letter-list-store.ts'
import { letterState, mayBeTriedAgain } from './letter-state.ts'

/** Sends a letter again that was given up, held, or tried in vain. One that waits for its first try stays as it is. Refuses: not-found; conflict when it went, or has no text any more. */
export async function retryLetter(work: Work, id: string): Promise<void> {
  mustSee(may.readLetters(work.actor), 'letters')
  const letter = await getLetter(work.db, id)
  if (letterState(letter) === 'waiting' && letter.tries === 0) return
  if (!mayBeTriedAgain(letter)) throw new Refusal('conflict', 'the letter cannot be sent again')
  await markQueuedAgain(work, id)
  await record(work, 'letter.retried', id, letter.personId === null ? {} : { personId: letter.personId })
}
