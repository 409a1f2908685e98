import type { Instant } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { Reading } from '#db/work.ts'

/** What the partnership knows somebody by. */
export interface Profile {
  /** Null once erased. */
  name: string | null
  login: string | null
  joinedAt: Instant
  erasedAt: Instant | null
}

/** Refuses: not-found. */
export async function getProfile(db: Reading, personId: string): Promise<Profile> {
  const row = await db
    .selectFrom('people')
    .select(['name', 'login', 'joined_at', 'erased_at'])
    .where('id', '=', personId)
    .executeTakeFirst()
  const { name, login, joined_at, erased_at } = found(row, 'person')
  return { name, login, joinedAt: joined_at, erasedAt: erased_at }
}
