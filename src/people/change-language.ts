import { record } from '#audit/record.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import type { Language } from '#web/language.ts'

/** Keeps the language a person reads in, on every device. Refuses: forbidden for anyone else. */
export async function changeLanguage(work: Work, of: { personId: string; language: Language }): Promise<void> {
  must(may.useOwn(work.actor, of), "change somebody else's language")
  await work.db.updateTable('people').set({ language: of.language }).where('id', '=', of.personId).execute()
  await record(work, 'person.language-changed', of.personId, { personId: of.personId }, { language: of.language })
}
