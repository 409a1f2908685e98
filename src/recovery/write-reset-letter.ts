import type { Work } from '#db/work.ts'
import { mailAddressOf } from '#mail/address.ts'
import { writeLetter } from '#mail/write-letter.ts'
import { findAccount } from '#people/store.ts'
import { issueMailedLink, mailedHours } from './issue-reset-link.ts'

/** Writes whoever signs in with this address a letter with a link to choose a new password; nothing when nobody does. */
export async function writeResetLetter(work: Work, of: { login: string; baseUrl: string }): Promise<void> {
  const account = await findAccount(work.db, of.login)
  const address = mailAddressOf(of.login)
  if (!account || address === null) return
  const token = await issueMailedLink(work, account.personId)
  await writeLetter(work, {
    once: `reset-link ${work.newId()}`,
    personId: account.personId,
    to: { address, name: account.name },
    language: account.language,
    kind: 'reset',
    values: { hours: mailedHours },
    link: `${of.baseUrl}/reset/${token}`,
  })
}
