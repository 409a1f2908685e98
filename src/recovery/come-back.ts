import { Refusal } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import type { Faults } from '#signin/fields.ts'
import { hashPassword } from '#signin/password.ts'
import { passwordFault } from '#signin/password-fault.ts'
import { type CodeTry, tryCode } from './try-code.ts'
import { useCode } from './use-code.ts'

export type CameBack =
  | { kind: 'in'; personId: string; passwordHash: string }
  | { kind: 'wrong' }
  | { kind: 'wait'; seconds: number }
  /** The code was right and is still unused, but the new password will not do. */
  | { kind: 'fault'; faults: Faults }

/**
 * Somebody comes back by a code with a new password. `town`: the partnership's name, which no password may be made of. Of fifty who come with
 * one code at once, one is let in. Refuses: busy.
 */
export async function comeBack(house: House, of: CodeTry & { password: string; town: string }): Promise<CameBack> {
  const tried = await tryCode(house, of)
  if (tried === 'wrong') return { kind: 'wrong' }
  if ('seconds' in tried) return { kind: 'wait', seconds: tried.seconds }
  const { account, codeId } = tried
  const fault = passwordFault(of.password, { name: account.name, login: of.login, words: [of.town] })
  if (fault) return { kind: 'fault', faults: { password: fault } }

  const { personId } = account
  const passwordHash = await hashPassword(of.password)
  try {
    await inWork(house, { personId, roles: [], manages: [] }, (work) =>
      useCode(work, { personId, codeId, passwordHash }),
    )
  } catch (error) {
    if (error instanceof Refusal && error.code === 'gone') return { kind: 'wrong' }
    throw error
  }
  return { kind: 'in', personId, passwordHash }
}
