import { record } from '#audit/record.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { tellPerson } from '#mail/tell-person.ts'
import { savePassword } from '#people/account-store.ts'
import { may } from '#policy.ts'
import { endAllSignIns } from '#signin/sign-in.ts'
import { replaceCodes } from './code-store.ts'
import { endResetLinksOf } from './reset-link-store.ts'

/** How somebody came to choose a new password. */
export type Way = { by: 'password' | 'reset-link' } | { by: 'recovery-code'; left: number }

/**
 * Gives a person a new password: all sign-ins end, every reset link stops working, and the person is told. The recovery codes end as well: whoever
 * was in before may have made them. Only a code leaves the other nine. The caller has seen the old
 * password, a link or a code, and signs the person in again. Refuses: forbidden for anybody else.
 */
export async function choosePassword(
  work: Work,
  { personId, passwordHash, way }: { personId: string; passwordHash: string; way: Way },
): Promise<void> {
  must(may.useOwn(work.actor, { personId }), "choose somebody else's password")
  await savePassword(work.db, personId, passwordHash)
  await endAllSignIns(work, personId)
  await endResetLinksOf(work.db, personId, work.at)
  if (way.by !== 'recovery-code') await replaceCodes(work.db, personId, work.at)
  await record(
    work,
    way.by === 'password' ? 'password.changed' : 'password.reset',
    personId,
    { personId },
    { by: way.by },
  )
  if (way.by === 'recovery-code')
    await tellPerson(work, { personId, kind: 'recovery-code-used', values: { left: String(way.left) } })
  else
    await tellPerson(work, {
      personId,
      kind: way.by === 'password' ? 'password-changed' : 'password-reset',
      values: {},
    })
}
