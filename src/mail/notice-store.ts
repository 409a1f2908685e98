import type { Reading, Work } from '#db/work.ts'
import type { Notice, NoticeKind } from './notice.ts'

/** Keeps a notice and gives its id. */
export async function saveNotice(
  work: Work,
  of: { personId: string; kind: NoticeKind; values: Notice['values'] },
): Promise<string> {
  const id = work.newId()
  await saveNotices(work, [{ id, ...of }])
  return id
}

/** Keeps several notices, their ids given, in one statement. */
export async function saveNotices(
  work: Work,
  notices: readonly { id: string; personId: string; kind: NoticeKind; values: Notice['values'] }[],
): Promise<void> {
  if (notices.length === 0) return
  await work.db
    .insertInto('notices')
    .values(
      notices.map(({ id, personId, kind, values }) => ({
        id,
        person_id: personId,
        kind,
        particulars: JSON.stringify(values),
        told_at: work.at,
        seen_at: null,
      })),
    )
    .execute()
}

/** How many notices are shown at the most. */
const mostShown = 100

/** What a person was told, newest first. */
export async function noticesOf(db: Reading, personId: string): Promise<Notice[]> {
  const rows = await db
    .selectFrom('notices')
    .select(['id', 'kind', 'particulars', 'told_at', 'seen_at'])
    .where('person_id', '=', personId)
    .orderBy('told_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as NoticeKind,
    values: JSON.parse(row.particulars) as Notice['values'],
    toldAt: row.told_at,
    seenAt: row.seen_at,
  }))
}

/** How many notices a person has not seen yet. */
export async function countUnseen(db: Reading, personId: string): Promise<number> {
  const row = await db
    .selectFrom('notices')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('person_id', '=', personId)
    .where('seen_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Marks as seen what a person was told until an instant, and says how many notices that were. */
export async function markSeen(work: Work, personId: string, until: string): Promise<number> {
  const seen = await work.db
    .updateTable('notices')
    .set({ seen_at: work.at })
    .where('person_id', '=', personId)
    .where('seen_at', 'is', null)
    .where('told_at', '<=', until)
    .executeTakeFirst()
  return Number(seen.numUpdatedRows)
}

export async function removeNoticesOf(work: Work, personId: string): Promise<void> {
  await work.db.deleteFrom('notices').where('person_id', '=', personId).execute()
}

export async function markAllSeen(work: Work): Promise<void> {
  await work.db.updateTable('notices').set({ seen_at: work.at }).where('seen_at', 'is', null).execute()
}

/** What one person has not seen yet is another's. */
export async function giveNotices(db: Reading, { from, to }: { from: string; to: string }): Promise<void> {
  await db
    .updateTable('notices')
    .set({ person_id: to })
    .where('person_id', '=', from)
    .where('seen_at', 'is', null)
    .execute()
}
