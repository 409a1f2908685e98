import { dayOf } from '#base/dates.ts'
import type { House } from '#house.ts'
import { localValuesFor } from '#town/local-facts-store.ts'
import type { Language } from '#web/language.ts'

/** What stands for local facts, by key, as `fillLocal` takes it. */
export type LocalValues = Readonly<Record<string, string>>

const none: LocalValues = {}

/** What stands for the local facts in what a person is shown; the database is asked only when there are any in it. */
export async function findLocal(
  { db, clock }: House,
  shown: unknown,
  reader: { personId: string; language: Language },
): Promise<LocalValues> {
  const text = typeof shown === 'string' ? shown : JSON.stringify(shown)
  return text.includes('{{lokalt:') ? localValuesFor(db, { ...reader, day: dayOf(clock()) }) : none
}
