import type { House } from '#house.ts'
import { isSecure } from '#web/plumbing.ts'

const cookieName = (house: House) => (isSecure(house.config) ? '__Host-device' : 'device')

interface Asked {
  cookies: Readonly<Record<string, string | undefined>>
}

interface Answer {
  setCookie(name: string, value: string, options: object): unknown
}

/** The mark this device was given when somebody signed in on it, or nothing. */
export const markIn = (request: Asked, house: House): string => request.cookies[cookieName(house)] ?? ''

/** Kept for a year. It opens nothing: it only spares the device a wait that strangers' failures would cause. */
export function keepDeviceMark(reply: Answer, mark: string, house: House): void {
  const secure = isSecure(house.config)
  const maxAge = 365 * 24 * 3600
  reply.setCookie(cookieName(house), mark, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge })
}
