import type { Instant } from '#base/dates.ts'
import type { Reading } from '#db/work.ts'

/** Gives all certificates of a person to another and writes down whose they were. Returns how many. */
export async function giveCertificates(db: Reading, of: { from: string; to: string; at: Instant }): Promise<number> {
  const held = await db.selectFrom('certificates').select('number').where('person_id', '=', of.from).execute()
  for (const { number } of held)
    await db
      .insertInto('certificate_moves')
      .values({ certificate_number: number, from_person_id: of.from, to_person_id: of.to, moved_at: of.at })
      .execute()
  await db.updateTable('certificates').set({ person_id: of.to }).where('person_id', '=', of.from).execute()
  return held.length
}
