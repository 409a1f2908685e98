import { createHash } from 'node:crypto'
import { record } from '#audit/record.ts'
import { newNumberPart, newToken } from '#base/ids.ts'
import { must } from '#base/refusal.ts'
import type { Revision } from '#courses/course.ts'
import { getRevision } from '#courses/store.ts'
import type { Work } from '#db/work.ts'
import type { PartnershipSettings } from '#people/partnership-store.ts'
import { getName } from '#people/store.ts'
import { may } from '#policy.ts'
import { townOf } from '#town/store.ts'
import type { Certificate, CertificateSnapshot } from './certificate.ts'
import { numberFrom } from './number.ts'
import { newLastOn } from './renewal.ts'
import { stands } from './state.ts'
import { certificatesOf, numberOfEnrolment, saveCertificate } from './store.ts'

export interface Earned {
  personId: string
  courseId: string
  revisionId: string
  enrolmentId: string
}

/**
 * Issues the certificate that an enrolment earned and returns its number; issuing again returns the same. Called in the transaction
 * that passes the last module. Refuses: forbidden for anyone but the person; not-found for an unknown person or revision.
 */
export async function issueCertificate(work: Work, earned: Earned): Promise<string> {
  must(may.useOwn(work.actor, earned), 'issue a certificate to somebody else')
  const known = await numberOfEnrolment(work.db, earned.enrolmentId)
  if (known) return known

  const name = await getName(work.db, earned.personId)
  const revision = await getRevision(work.db, earned.revisionId)
  const town = await townOf(work.db)
  const held = await certificatesOf(work.db, earned.personId)
  const lastOn = newLastOn(work.today, revision.document.validityMonths, oldLastOn(held, earned.courseId, work.today))

  const number = numberFrom(newNumberPart())
  const nameSalt = newToken()
  await saveCertificate(work.db, {
    ...earned,
    number,
    holderName: name,
    nameSalt,
    nameSha256: hashOfName(nameSalt, name),
    snapshot: snapshotOf(revision, town, { issuedOn: work.today, lastOn }),
    replaces: null,
    issuedAt: work.at,
    issuedOn: work.today,
    lastOn,
  })
  const { personId, courseId, revisionId } = earned
  await record(work, 'certificate.issued', number, { personId }, { courseId, revisionId, lastOn })
  return number
}

/** How the holder's name is kept once the name itself is erased. */
export const hashOfName = (salt: string, name: string): string =>
  createHash('sha256')
    .update(`${salt}\0${name.normalize('NFC')}`)
    .digest('hex')

function oldLastOn(held: readonly Certificate[], courseId: string, today: string): string | null {
  const days = held
    .filter((certificate) => certificate.courseId === courseId && stands(certificate, today))
    .flatMap((certificate) => certificate.lastOn ?? [])
  return days.sort().at(-1) ?? null
}

function snapshotOf(
  { document, id, number }: Revision,
  { name, demo, signatory, logo }: PartnershipSettings,
  days: Pick<CertificateSnapshot, 'issuedOn' | 'lastOn'>,
): CertificateSnapshot {
  return {
    course: { id: document.id, title: document.title },
    modules: document.modules.map((module) => ({
      id: module.id,
      title: module.title,
      theoryOnly: module.theoryOnly,
      reviewed: module.reviewed.map(({ role, on }) => ({ role, on })),
    })),
    revision: { id, number },
    validityMonths: document.validityMonths,
    partnership: name,
    signatory,
    logo,
    ...days,
    demo,
  }
}
