import type { Reading } from '#db/work.ts'

/** How many letters have not gone yet and nobody has handed over: those the association may have to carry itself. */
export async function countWaitingLetters(db: Reading): Promise<number> {
  const row = await db
    .selectFrom('letters')
    .select(({ fn }) => fn.countAll<number | string>().as('waiting'))
    .where('sent_at', 'is', null)
    .where('handed_over_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.waiting)
}
