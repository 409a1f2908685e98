import type { Day } from '#base/dates.ts'
import { keep, unplanned } from '#db/keep.ts'
import type { Reading } from '#db/work.ts'
import type { Failures } from './tries.ts'

export interface SignInRow {
  person_id: string
  started_at: string
  expires_at: string
  ends_at: string
  name: string | null
  language: string
  role: string | null
  venue_id: string | null
}

/** Who holds a token, one row for each role in force on a day: the one query of every page. */
export async function signInRows(db: Reading, tokenHash: string, day: Day): Promise<SignInRow[]> {
  return (await holderOf(db, { ':token': tokenHash, ':day': day })).rows
}

const holderOf = keep((db) =>
  db
    .selectFrom('sign_ins')
    .innerJoin('people', 'people.id', 'sign_ins.person_id')
    .leftJoin('role_facts', (join) =>
      join
        .onRef('role_facts.person_id', '=', 'people.id')
        .on('role_facts.superseded_at', 'is', null)
        .on('role_facts.first_on', '<=', unplanned(':day'))
        .on((on) => on.or([on('role_facts.last_on', 'is', null), on('role_facts.last_on', '>=', unplanned(':day'))])),
    )
    .select([
      'sign_ins.person_id',
      'sign_ins.started_at',
      'sign_ins.expires_at',
      'sign_ins.ends_at',
      'people.name',
      'people.language',
      'role_facts.role',
      'role_facts.venue_id',
    ])
    .where('sign_ins.token_hash', '=', unplanned(':token')),
)

export interface KeptSignIn {
  tokenHash: string
  startedAt: string
  expiresAt: string
  endsAt: string
  device: string | null
}

/** A person's sign-ins, the newest first, also those that have run out and are not cleared away yet. */
export async function keptSignInsOf(db: Reading, personId: string): Promise<KeptSignIn[]> {
  const rows = await db
    .selectFrom('sign_ins')
    .select(['token_hash', 'started_at', 'expires_at', 'ends_at', 'device'])
    .where('person_id', '=', personId)
    .orderBy('started_at', 'desc')
    .orderBy('token_hash')
    .execute()
  return rows.map((row) => ({
    tokenHash: row.token_hash,
    startedAt: row.started_at,
    expiresAt: row.expires_at,
    endsAt: row.ends_at,
    device: row.device,
  }))
}

export async function saveSignIn(db: Reading, of: KeptSignIn & { personId: string }): Promise<void> {
  await db
    .insertInto('sign_ins')
    .values({
      token_hash: of.tokenHash,
      person_id: of.personId,
      started_at: of.startedAt,
      expires_at: of.expiresAt,
      ends_at: of.endsAt,
      device: of.device,
    })
    .execute()
}

export async function moveExpiry(db: Reading, tokenHash: string, expiresAt: string): Promise<void> {
  await db.updateTable('sign_ins').set({ expires_at: expiresAt }).where('token_hash', '=', tokenHash).execute()
}

export async function removeSignIn(db: Reading, tokenHash: string): Promise<void> {
  await db.deleteFrom('sign_ins').where('token_hash', '=', tokenHash).execute()
}

export async function removeSignInsOf(db: Reading, personId: string): Promise<void> {
  await db.deleteFrom('sign_ins').where('person_id', '=', personId).execute()
}

export async function removeOtherSignInsOf(db: Reading, personId: string, keptTokenHash: string): Promise<void> {
  await db.deleteFrom('sign_ins').where('person_id', '=', personId).where('token_hash', '!=', keptTokenHash).execute()
}

export async function removeExpiredSignIns(db: Reading, at: string): Promise<void> {
  await db
    .deleteFrom('sign_ins')
    .where((where) => where.or([where('expires_at', '<=', at), where('ends_at', '<=', at)]))
    .execute()
}

export async function failuresOf(db: Reading, accountKey: string, since: string): Promise<Failures> {
  const row = await db
    .selectFrom('sign_in_tries')
    .select(({ fn }) => [fn.countAll().as('count'), fn.max('at').as('lastAt')])
    .where('account_key', '=', accountKey)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), lastAt: row.lastAt }
}

export async function failuresFrom(db: Reading, addressKey: string, since: string): Promise<number> {
  const row = await db
    .selectFrom('sign_in_tries')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('address_key', '=', addressKey)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** From where an account was tried since an instant, by their keys. */
export async function triedFrom(db: Reading, accountKey: string, since: string): Promise<string[]> {
  const rows = await db
    .selectFrom('sign_in_tries')
    .select('address_key')
    .distinct()
    .where('account_key', '=', accountKey)
    .where('at', '>', since)
    .execute()
  return rows.map((row) => row.address_key)
}

export async function saveTry(
  db: Reading,
  of: { id: string; accountKey: string; addressKey: string; at: string },
): Promise<void> {
  await db
    .insertInto('sign_in_tries')
    .values({ id: of.id, account_key: of.accountKey, address_key: of.addressKey, at: of.at })
    .execute()
}

export async function nameAddressOfTry(db: Reading, id: string, addressKey: string): Promise<void> {
  await db.updateTable('sign_in_tries').set({ address_key: addressKey }).where('id', '=', id).execute()
}

export async function removeTry(db: Reading, id: string): Promise<void> {
  await db.deleteFrom('sign_in_tries').where('id', '=', id).execute()
}

export async function removeTriesOn(db: Reading, accountKey: string): Promise<void> {
  await db.deleteFrom('sign_in_tries').where('account_key', '=', accountKey).execute()
}

export async function removeTriesBefore(db: Reading, at: string): Promise<void> {
  await db.deleteFrom('sign_in_tries').where('at', '<=', at).execute()
}
