import { record } from '#audit/record.ts'
import { must, Refusal } from '#base/refusal.ts'
import { searchable, tidyName } from '#base/text.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { getName } from './store.ts'

/** Signs a name may have, counted in composed Unicode. */
export const longestName = 100

/**
 * Gives a person the name she goes by; certificates issued from now on carry it. The same name changes nothing. What it was is kept nowhere.
 * Refuses: forbidden for anyone else; not-found once erased; conflict for an empty name or one of more than 100 signs.
 */
export async function changeName(work: Work, of: { personId: string; name: string }): Promise<void> {
  must(may.useOwn(work.actor, of), 'change the name of somebody else')
  const name = tidyName(of.name)
  if (!isName(name)) throw new Refusal('conflict', 'this is no name')
  if ((await getName(work.db, of.personId)) === name) return
  await work.db
    .updateTable('people')
    .set({ name, search_name: searchable(name) })
    .where('id', '=', of.personId)
    .execute()
  await record(work, 'person.name-changed', of.personId, { personId: of.personId })
}

/** Is this tidied text a name that is kept? */
export const isName = (tidied: string): boolean => tidied !== '' && [...tidied].length <= longestName
