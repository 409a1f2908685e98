import { record } from '#audit/record.ts'
import { Refusal } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { choosePassword } from './choose-password.ts'
import { codeSetOf, spendCode } from './code-store.ts'

/** Chooses a new password with a code that was seen to be right, once. Refuses: gone when it was used or replaced meanwhile. */
export async function useCode(
  work: Work,
  { personId, codeId, passwordHash }: { personId: string; codeId: string; passwordHash: string },
): Promise<void> {
  if (!(await spendCode(work.db, codeId, work.at))) throw new Refusal('gone', 'recovery code')
  const left = (await codeSetOf(work.db, personId))?.codes.length ?? 0
  await record(work, 'recovery-code.used', personId, { personId }, { left })
  await choosePassword(work, { personId, passwordHash, way: { by: 'recovery-code', left } })
}
