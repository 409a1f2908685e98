import { erasePerson } from '#account/erase-person.ts'
import { record } from '#audit/record.ts'
import type { Erased } from '#db/erased.ts'
import { inWork, type Source, type Work } from '#db/work.ts'
import { holdLetters } from '#mail/hold-letters.ts'
import { operator } from '#policy.ts'
import { endOpenLinks } from '#recovery/end-open-links.ts'
import { endUnfinished } from './end-unfinished.ts'
import { erasedPeople, lettersHeldAt, stillHere } from './store.ts'

export interface Settled {
  lettersHeld: number
  linksEnded: number
  erasedAgain: number
  /** Everybody who is erased in it. */
  erased: readonly Erased[]
}

/**
 * What happened after a copy was made and must not be undone by it, done in it: letters that may have gone are held, links that may have
 * been used end, and whoever was erased is erased again.
 */
export async function settleRestored(source: Source, erased: readonly Erased[]): Promise<Settled> {
  const again = await stillHere(source.db, [...new Set(erased.map((one) => one.personId))])
  for (const personId of again) await inWork(source, operator, (work) => erasePerson(work, personId))
  await endUnfinished(source, 'it was not finished when the copy was made that was put back')
  const { lettersHeld, linksEnded } = await inWork(source, operator, (work) => endWhatMayBeOver(work, again.length))
  return { lettersHeld, linksEnded, erasedAgain: again.length, erased: await erasedPeople(source.db) }
}

async function endWhatMayBeOver(work: Work, erasedAgain: number) {
  await holdLetters(work)
  const lettersHeld = await lettersHeldAt(work.db, work.at)
  const linksEnded = await endOpenLinks(work)
  await record(work, 'backup.restored', 'database', {}, { lettersHeld, linksEnded, erasedAgain })
  return { lettersHeld, linksEnded }
}
