import type { Day } from '#base/dates.ts'
import type { Certificate } from '#certificates/certificate.ts'
import type { Owing } from '#certificates/owing.ts'
import { listedStateOn } from '#certificates/state.ts'

/** What somebody has to read again to keep a certificate up to date. */
export interface Owed extends Owing {
  /** The enrolment the certificate was earned in. */
  earnedIn: string
  /** The number of the revision the certificate is up to date with. */
  from: number
}

/** The certificate of a course that is plainly valid on a day: not ended, not renewed, its renewal not open; or null. */
export const plainlyValid = (certificates: readonly Certificate[], courseId: string, day: Day): Certificate | null =>
  certificates.find((one) => one.courseId === courseId && listedStateOn(one, day) === 'valid') ?? null

/** What is owed by a plainly valid certificate; null once its renewal is open, for passing the newest text settles it. */
export function owedIn(certificates: readonly Certificate[], courseId: string, day: Day): Owed | null {
  const valid = plainlyValid(certificates, courseId, day)
  if (!valid?.owes) return null
  const from = valid.broughtUp?.number ?? valid.snapshot.revision.number
  return { ...valid.owes, earnedIn: valid.enrolmentId, from }
}
