import { Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { sha256 } from '#signin/token.ts'
import { choosePassword } from './choose-password.ts'
import { openLink } from './open-link.ts'
import { spendResetLink } from './reset-link-store.ts'

/** Chooses a new password with a link, once: of fifty at a time one gets it. Refuses: gone when the link no longer works. */
export async function useResetLink(work: Work, of: { token: string; passwordHash: string }): Promise<void> {
  const account = await openLink(work.db, of.token, work.now)
  if (typeof account === 'string') throw new Refusal('gone', 'reset link')
  if (!(await spendResetLink(work.db, sha256(of.token), work.at))) throw new Refusal('gone', 'reset link')
  const { personId } = account
  await choosePassword(work, { personId, passwordHash: of.passwordHash, way: { by: 'reset-link' } })
}
