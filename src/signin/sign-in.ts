import { type Adapter, Lucia, TimeSpan } from 'lucia'
import { record } from '#audit/record.ts'
import { dayOf, instantOf } from '#base/dates.ts'
import { inWork, type Reading, type Work } from '#db/work.ts'
import type { House } from '#house.ts'
import { actorOn, toActor } from '#people/role-store.ts'
import type { Actor } from '#policy.ts'
import type { Person } from '#web/doors.ts'
import type { Language } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { isLive, lifetimeOf, longest, movedExpiry } from './lifetime.ts'
import {
  moveExpiry,
  removeExpiredSignIns,
  removeSignIn,
  removeSignInsOf,
  type SignInRow,
  saveSignIn,
  signInRows,
} from './store.ts'
import { sha256 } from './token.ts'
import { deviceNamed } from './user-agent.ts'

/** Somebody recognised: as pages greet them, and as the policy judges them. */
export interface Recognised {
  person: Person
  actor: Actor
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Record<never, never>, Recognised>
    DatabaseUserAttributes: Recognised
  }
}

/** What answers can carry a header; a FastifyReply is one. */
interface Answer {
  header(name: string, value: string): unknown
}

/**
 * Signs a person in on the device that gets this answer, always with a new token. The token goes into the cookie, its SHA-256 into the
 * database. Role holders stay in for 12 hours unused and 7 days in all, everyone else for 14 and 90 days. Of the User-Agent header only
 * the kind of device is kept.
 */
export async function startSignIn(house: House, reply: Answer, personId: string, userAgent?: string): Promise<void> {
  const cookie = await inWork(house, { personId, roles: [], manages: [] }, async (work) => {
    await removeExpiredSignIns(work.db, work.at)
    const lucia = luciaOn(work.db, house, deviceNamed(userAgent))
    const { id } = await lucia.createSession(personId, {})
    await record(work, 'sign-in.started', personId, { personId })
    return lucia.createSessionCookie(id)
  })
  reply.header('set-cookie', cookie.serialize())
}

/** Who sends this Cookie header, or null: unknown, idle too long, ended, or a person since erased. One query. */
export async function findSignIn(house: House, cookieHeader: string): Promise<Recognised | null> {
  const token = tokenIn(cookieHeader, house)
  if (token === null) return null
  const { user } = await luciaOn(house.db, house).validateSession(token)
  return user && { person: user.person, actor: user.actor }
}

/** Signs out on the device that sent this Cookie header; nowhere else. */
export async function endSignIn(house: House, reply: Answer, actor: Actor, cookieHeader: string): Promise<void> {
  const token = tokenIn(cookieHeader, house)
  if (token !== null)
    await inWork(house, actor, async (work) => {
      await luciaOn(work.db, house).invalidateSession(token)
      await record(work, 'sign-in.ended', actor.personId, { personId: actor.personId })
    })
  reply.header('set-cookie', luciaOn(house.db, house).createBlankSessionCookie().serialize())
}

/** Ends every sign-in of a person at once: the password changed, or they left. The caller has asked the policy. */
export async function endAllSignIns(work: Work, personId: string): Promise<void> {
  await removeSignInsOf(work.db, personId)
  await record(work, 'sign-in.all-ended', personId, { personId })
}

/** What the database knows the token in this Cookie header by, or null when there is none. */
export function tokenHashIn(house: Shared, cookieHeader: string): string | null {
  const token = tokenIn(cookieHeader, house)
  return token === null ? null : sha256(token)
}

type Shared = Pick<House, 'clock' | 'config'>

const cookieName = ({ config }: Shared) => (isSecure(config) ? '__Host-session' : 'session')

/** Read here, because lucia's own reading throws on any other cookie that is not well encoded. */
function tokenIn(cookieHeader: string, shared: Shared): string | null {
  const name = cookieName(shared)
  for (const pair of cookieHeader.split(/; */)) {
    const token = pair.slice(name.length + 1)
    if (pair.startsWith(`${name}=`) && /^[a-z2-7]{40}$/.test(token)) return token
  }
  return null
}

const luciaOn = (db: Reading, shared: Shared, device: string | null = null): Lucia<Record<never, never>, Recognised> =>
  new Lucia(adapterOn(db, shared, device), {
    sessionExpiresIn: new TimeSpan(longest, 'ms'),
    sessionCookie: {
      name: cookieName(shared),
      attributes: { secure: isSecure(shared.config), sameSite: 'lax', path: '/' },
    },
    getUserAttributes: ({ person, actor }) => ({ person, actor }),
  })

/** Lucia judges by the system's clock. Ours judges first; what it lets pass is, to lucia, good for ever. */
const forEver = new Date(8.64e15)

function adapterOn(db: Reading, { clock }: Shared, device: string | null): Adapter {
  return {
    async getSessionAndUser(token) {
      const now = clock()
      const recognised = await recognise(db, sha256(token), now)
      if (!recognised) return [null, null]
      const userId = recognised.person.id
      return [
        { id: token, userId, expiresAt: forEver, attributes: {} },
        { id: userId, attributes: recognised },
      ]
    },
    async setSession({ id, userId }) {
      const now = clock()
      const { idle, absolute } = lifetimeOf((await actorOn(db, userId, dayOf(now))).roles)
      await saveSignIn(db, {
        tokenHash: sha256(id),
        personId: userId,
        startedAt: instantOf(now),
        expiresAt: instantOf(new Date(now.getTime() + idle)),
        endsAt: instantOf(new Date(now.getTime() + absolute)),
        device,
      })
    },
    deleteSession: (token) => removeSignIn(db, sha256(token)),
    deleteUserSessions: (personId) => removeSignInsOf(db, personId),
    deleteExpiredSessions: () => removeExpiredSignIns(db, instantOf(clock())),
    getUserSessions: async () => [],
    updateSessionExpiration: async () => {},
  }
}

async function recognise(db: Reading, tokenHash: string, now: Date): Promise<Recognised | null> {
  const rows = await signInRows(db, tokenHash, dayOf(now))
  const [first] = rows
  if (!first?.name) return null
  const actor = toActor(first.person_id, rows.filter(holdsRole))
  const signIn = { startedAt: first.started_at, expiresAt: first.expires_at, endsAt: first.ends_at }
  if (!isLive(signIn, actor.roles, now)) return null

  const moved = movedExpiry(signIn, actor.roles, now)
  /** A full disk must not stop reading: the sign-in holds all the same, and the next page tries again. */
  if (moved) await moveExpiry(db, tokenHash, instantOf(moved)).catch(() => undefined)
  return { person: { id: first.person_id, name: first.name, language: first.language as Language }, actor }
}

const holdsRole = (row: SignInRow): row is SignInRow & { role: string } => row.role !== null
