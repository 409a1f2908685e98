import { record } from '#audit/record.ts'
import { must, Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { tellPerson } from '#mail/tell-person.ts'
import { isLoginTaken, saveLogin } from '#people/account-store.ts'
import { may } from '#policy.ts'
import { endResetLinksOf } from '#recovery/reset-link-store.ts'

/**
 * Gives the actor another login, normalised. The old address is told, and links that were sent there stop working. The caller has seen the
 * password. Refuses: forbidden for anybody else; conflict when somebody has it, also somebody who has not claimed the account yet.
 */
export async function changeLogin(work: Work, { personId, login }: { personId: string; login: string }): Promise<void> {
  must(may.useOwn(work.actor, { personId }), "change somebody else's login")
  if (await isLoginTaken(work.db, login)) throw new Refusal('conflict', 'the login is taken')
  await tellPerson(work, { personId, kind: 'login-changed', values: {} })
  await saveLogin(work.db, personId, login)
  await endResetLinksOf(work.db, personId, work.at)
  await record(work, 'person.login-changed', personId, { personId })
}
