import { dayOf } from '#base/dates.ts'
import type { House } from '#house.ts'
import { actorOn } from '#people/role-store.ts'
import { deviceMark } from './device.ts'
import { keepDeviceMark } from './device-cookie.ts'
import { homeOf } from './home.ts'
import { startSignIn } from './sign-in.ts'

/** What answers can carry a header and a cookie; a FastifyReply is one. */
interface Answer {
  header(name: string, value: string): unknown
  setCookie(name: string, value: string, options: object): unknown
}

/**
 * Signs somebody in who has just chosen a new password: a new token, and a new mark for this device because the old one went with the old
 * password. Returns the address of the person's own first page.
 */
export async function welcomeBack(
  house: House,
  reply: Answer,
  of: { personId: string; passwordHash: string; userAgent: string | undefined },
): Promise<string> {
  await startSignIn(house, reply, of.personId, of.userAgent)
  keepDeviceMark(reply, deviceMark(of), house)
  return homeOf(house.db, await actorOn(house.db, of.personId, dayOf(house.clock())))
}
