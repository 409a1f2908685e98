import type { House } from '#house.ts'
import { findAccountOf, type OwnAccount } from '#people/account-store.ts'
import { findAccount } from '#people/store.ts'
import { countedTry } from '#signin/counted-try.ts'
import { isDeviceOf } from '#signin/device.ts'
import { hashWithSalt } from '#signin/password.ts'
import { accountKey, addressKey, networkOf } from '#signin/tries.ts'
import { codeSetOf } from './code-store.ts'

export interface CodeTry {
  /** Normalised. */
  login: string
  /** Normalised (`codeOf`). */
  code: string
  /** Where it comes from: an IP address. */
  address: string
  /** The device's mark from an earlier sign-in, or nothing. */
  mark: string
}

/** Of a person nobody is: whoever has no codes is answered after the same work as whoever has. */
const nobodys = { salt: 'nobody has this salt', codes: [] }

/**
 * Tries a recovery code, within the limits of sign-ins and on a key of its own: wrong codes make no password wait, and, as a code
 * has 50 bits, nobody who comes from elsewhere. Nothing is used up yet. An
 * unknown login, one without codes, a wrong code and a used one cost the same single hash and are answered alike. Refuses: busy.
 */
export async function tryCode(
  house: House,
  of: CodeTry,
): Promise<{ account: OwnAccount; codeId: string } | 'wrong' | { seconds: number }> {
  const known = await findAccount(house.db, of.login)
  const account = await findAccountOf(house.db, known?.personId ?? '')
  const { salt, codes } = (await codeSetOf(house.db, account?.personId ?? '')) ?? nobodys
  const knownDevice = account !== null && isDeviceOf(account, of.mark)
  const keys = {
    account: accountKey(`code ${of.login} ${networkOf(of.address)}`, knownDevice ? of.mark : null),
    address: addressKey(of.address),
    knownDevice,
  }

  let codeId: string | null = null
  const tried = await countedTry(house, keys, async () => {
    const hash = await hashWithSalt(of.code, salt)
    codeId = codes.find((code) => code.hash === hash)?.id ?? null
    return codeId !== null
  })
  if (tried !== 'right') return tried
  return account && codeId ? { account, codeId } : 'wrong'
}
