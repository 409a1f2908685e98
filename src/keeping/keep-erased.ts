import { readErased, writeErased } from '#db/erased.ts'
import type { House } from '#house.ts'
import { erasedPeople } from './store.ts'

/** Makes the list of erased people beside the database whole: what it says already, and what the database says. */
export async function keepErased({ db, config }: Pick<House, 'db' | 'config'>): Promise<void> {
  const all = [...readErased(config.dataDir), ...(await erasedPeople(db))]
  if (all.length > 0) writeErased(config.dataDir, all)
}
