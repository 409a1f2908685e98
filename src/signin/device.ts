import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * What a device keeps once somebody signed in on it, so that a stranger's failures do not lock its owner out. Made from the account's
 * password hash, which nobody outside knows: it stops counting with the password, and no table is needed.
 */
export const deviceMark = (account: { personId: string; passwordHash: string }): string =>
  createHmac('sha256', account.passwordHash).update(`device ${account.personId}`).digest('base64url')

export function isDeviceOf(account: { personId: string; passwordHash: string }, mark: string): boolean {
  const right = Buffer.from(deviceMark(account))
  const shown = Buffer.from(mark)
  return shown.length === right.length && timingSafeEqual(shown, right)
}
