import type { Role } from '#policy.ts'

const hour = 3600_000
const day = 24 * hour

/** How long a sign-in lasts, in milliseconds: unused, and in all. */
export interface Lifetime {
  idle: number
  absolute: number
}

const ofLearners: Lifetime = { idle: 14 * day, absolute: 90 * day }
/** Whoever sees others' data signs in again sooner. */
const ofRoleHolders: Lifetime = { idle: 12 * hour, absolute: 7 * day }

export const longest = ofLearners.absolute

export const lifetimeOf = (roles: readonly Role[]): Lifetime => (roles.length > 0 ? ofRoleHolders : ofLearners)

export interface Dated {
  startedAt: string
  /** Idle expiry. */
  expiresAt: string
  /** Absolute expiry as set when it started. */
  endsAt: string
}

/** Does this sign-in still hold? A role given since it started shortens it as well. */
export function isLive(signIn: Dated, roles: readonly Role[], now: Date): boolean {
  const { absolute } = lifetimeOf(roles)
  const started = Date.parse(signIn.startedAt)
  const end = Math.min(Date.parse(signIn.expiresAt), Date.parse(signIn.endsAt), started + absolute)
  return now.getTime() < end
}

/** The idle expiry to write down now that it is used, or null when moving it is not worth a write: at most once an hour. */
export function movedExpiry(signIn: Dated, roles: readonly Role[], now: Date): Date | null {
  const wanted = now.getTime() + lifetimeOf(roles).idle
  return Math.abs(wanted - Date.parse(signIn.expiresAt)) >= hour ? new Date(wanted) : null
}
