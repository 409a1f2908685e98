import type { Reading } from '#db/work.ts'

/** What people are called, by id; null once they are erased. The clockwork is nobody and is not among them. */
export async function namesOf(db: Reading, ids: Iterable<string>): Promise<ReadonlyMap<string, string | null>> {
  const all = [...new Set(ids)]
  if (all.length === 0) return new Map()
  const rows = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', all).execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
