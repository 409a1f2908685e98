import type { Reading, Work } from '#db/work.ts'
import type { Language } from '#web/language.ts'
import type { LetterToQueue } from './letter.ts'

/** The town's name, as letters say it. */
export async function townName(db: Reading): Promise<string> {
  const row = await db.selectFrom('partnership').select('name').executeTakeFirst()
  return row?.name ?? ''
}

export interface Reader {
  name: string
  login: string | null
  language: Language
}

/** Somebody to write to; null once erased, or when the record was merged into another. */
export async function findReader(db: Reading, personId: string): Promise<Reader | null> {
  const row = await db
    .selectFrom('people')
    .select(['name', 'login', 'language'])
    .where('id', '=', personId)
    .executeTakeFirst()
  return row?.name ? { name: row.name, login: row.login, language: row.language as Language } : null
}

/** The same of several people, in no order; whoever is erased is left out. */
export async function findReaders(
  db: Reading,
  personIds: readonly string[],
): Promise<(Reader & { personId: string })[]> {
  const rows = await db
    .selectFrom('people')
    .select(['id', 'name', 'login', 'language'])
    .where('id', 'in', personIds)
    .execute()
  return rows.flatMap(({ id, name, login, language }) =>
    name ? [{ personId: id, name, login, language: language as Language }] : [],
  )
}

/** Keeps a letter to be sent at once, unless one with the same `once` is kept already. */
export const saveLetter = (work: Work, of: LetterToQueue): Promise<void> => saveLetters(work, [of])

/** Keeps several in one statement. */
export async function saveLetters(work: Work, letters: readonly LetterToQueue[]): Promise<void> {
  if (letters.length === 0) return
  await work.db
    .insertInto('letters')
    .values(
      letters.map((of) => ({
        id: work.newId(),
        once: of.once,
        person_id: of.personId,
        to_address: of.to.address,
        to_name: of.to.name,
        language: of.language,
        kind: of.kind,
        subject: of.subject,
        text: of.text,
        html: of.html,
        secret: of.secret ? 1 : 0,
        queued_at: work.at,
        next_try_at: work.at,
        tries: 0,
      })),
    )
    .onConflict((conflict) => conflict.column('once').doNothing())
    .execute()
}

/** Removes every letter to a person: what went to an address that is now her login may have been another's. */
export async function removeLettersOf(work: Work, personId: string): Promise<void> {
  await work.db.deleteFrom('letters').where('person_id', '=', personId).execute()
}

/** Says whose a letter is that was written before anybody knew. */
export async function saveReaderOf(work: Work, once: string, personId: string): Promise<void> {
  await work.db.updateTable('letters').set({ person_id: personId }).where('once', '=', once).execute()
}
