import type { Instant } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { mailAddressOf } from '#mail/address.ts'
import { writeLetter } from '#mail/write-letter.ts'
import { venuesWithIds } from '#people/venue-store.ts'
import { sha256 } from '#signin/token.ts'
import { letterOnce, linkTo } from './invitation.ts'
import { findInvitation } from './store.ts'

/** An invitation just issued: what a page needs to show its link, once. */
export interface Issued {
  token: string
  expiresAt: Instant
  /** Where a letter goes; null when the link has to be handed over. */
  sentTo: string | null
}

/** Writes the letter of an invitation just issued, when there is an address. */
export async function sendInvitation(work: Work, of: { token: string; baseUrl: string }): Promise<Issued> {
  const invitation = found(await findInvitation(work.db, sha256(of.token)), 'invitation')
  const address = mailAddressOf(invitation.toAddress)
  const issued = { token: of.token, expiresAt: invitation.expiresAt, sentTo: address }
  if (address === null) return issued
  const [place] = invitation.venueId ? await venuesWithIds(work.db, [invitation.venueId]) : []
  const venue = place?.name ?? ''
  const letter = {
    once: letterOnce(invitation.id),
    to: { address, name: invitation.toName },
    language: invitation.language,
    link: linkTo(of.baseUrl, of.token),
    secret: true,
  }
  if (invitation.kind === 'role')
    await writeLetter(work, { ...letter, kind: 'invitation-role', values: { role: invitation.role, venue } })
  else
    await writeLetter(work, {
      ...letter,
      kind: 'invitation-account',
      personId: invitation.personId,
      values: { venue },
    })
  return issued
}
