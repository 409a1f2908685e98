import type { Instant } from '#base/dates.ts'
import type { Role } from '#policy.ts'
import type { Language } from '#web/language.ts'

const day = 24 * 3600 * 1000
/** How long a link works, in milliseconds. */
export const lasts = 7 * day

interface Sent {
  id: string
  toName: string | null
  /** Where a letter can go; null when the link is handed over. */
  toAddress: string | null
  language: Language
  issuedAt: Instant
  issuedBy: string
  expiresAt: Instant
  usedAt: Instant | null
  endedAt: Instant | null
}

/** Gives whoever accepts it a role; managers at a venue. */
export interface RoleInvitation extends Sent {
  kind: 'role'
  role: Role
  venueId: string | null
}

/** Opens the account of somebody whom a venue has entered. */
export interface AccountInvitation extends Sent {
  kind: 'account'
  personId: string
  /** Null when the operator has entered her, on the command line. */
  venueId: string | null
}

export type Invitation = RoleInvitation | AccountInvitation

export type Stand = 'open' | 'used' | 'ended' | 'expired'

/** Whether it can still be accepted at an instant, or why not. */
export function standOf(invitation: Invitation, at: Instant): Stand {
  if (invitation.usedAt !== null) return 'used'
  if (invitation.endedAt !== null) return 'ended'
  return at < invitation.expiresAt ? 'open' : 'expired'
}

/** What its letter is known by. */
export const letterOnce = (id: string): string => `invitation ${id}`

/** The address of a link. */
export const linkTo = (baseUrl: string, token: string): string => `${baseUrl}/invitation/${token}`
