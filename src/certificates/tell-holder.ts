import type { Work } from '#db/work.ts'
import { findReader } from '#mail/store.ts'
import { tellPerson } from '#mail/tell-person.ts'
import type { Certificate } from './certificate.ts'

/** Tells a holder what became of a certificate, with the course's title in the language she reads. */
export async function tellHolder(
  work: Work,
  kind: 'certificate-revoked' | 'certificate-replaced',
  { personId, snapshot }: Pick<Certificate, 'personId' | 'snapshot'>,
): Promise<void> {
  const reader = await findReader(work.db, personId)
  if (!reader) return
  await tellPerson(work, { personId, kind, values: { course: snapshot.course.title[reader.language] } })
}
