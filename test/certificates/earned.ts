import { issueCertificate } from '#certificates/issue-certificate.ts'
import { startSignIn } from '#signin/sign-in.ts'
import type { Cast } from '../support/cast.ts'
import type { TestHouse } from '../support/house.ts'

let enrolments = 0

/** A person earns the certificate of the tiny course at an instant; returns its number. */
export async function earn(house: TestHouse, cast: Cast, personId: string, at?: string): Promise<string> {
  if (at) house.at(at)
  const enrolmentId = `enrolment-${++enrolments}`
  const { revision: revisionId } = cast
  return house.as(personId, (work) =>
    issueCertificate(work, { personId, courseId: 'grundkursus', revisionId, enrolmentId }),
  )
}

/** The cookie of somebody who signs in now. */
export async function cookieOf(house: TestHouse, personId: string): Promise<string> {
  let cookie = ''
  await startSignIn(house, { header: (_name, value) => (cookie = value.split(';')[0] as string) }, personId)
  return cookie
}
