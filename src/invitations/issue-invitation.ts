import { newToken } from '#base/ids.ts'
import type { Work } from '#db/work.ts'
import { sha256 } from '#signin/token.ts'
import type { Language } from '#web/language.ts'
import { lasts } from './invitation.ts'
import { saveInvitation } from './store.ts'

/** Writes an invitation down and returns its id with the token of its link, of which only the hash is kept. The caller has asked the policy. */
export async function issueInvitation(
  work: Work,
  of: {
    kind: 'role' | 'account'
    role: string | null
    venueId: string | null
    personId: string | null
    toName: string | null
    toAddress: string | null
    language: Language
  },
): Promise<{ id: string; token: string }> {
  const id = work.newId()
  const token = newToken()
  await saveInvitation(work.db, {
    id,
    token_hash: sha256(token),
    kind: of.kind,
    role: of.role,
    venue_id: of.venueId,
    person_id: of.personId,
    to_name: of.toName,
    to_address: of.toAddress,
    language: of.language,
    issued_at: work.at,
    issued_by: work.actor.personId,
    expires_at: new Date(work.now.getTime() + lasts).toISOString(),
  })
  return { id, token }
}
