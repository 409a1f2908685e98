import type { Work } from '#db/work.ts'
import { saveReaderOf } from './store.ts'

/** A letter that went to an address turns out to be the actor's: it is told in her data and goes with her. */
export const ownLetter = (work: Work, once: string): Promise<void> => saveReaderOf(work, once, work.actor.personId)
