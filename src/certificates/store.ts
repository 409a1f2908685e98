import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import type { Day, Instant } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { Tables } from '#db/schema/tables.ts'
import type { Reading } from '#db/work.ts'
import type { Certificate, CertificateFacts, CertificateSnapshot, Ending } from './certificate.ts'
import { type EarnedRow, markedTo, owingOf, type Texts, textsSince } from './owing-store.ts'

/**
 * The condition that a row of `certificates` counts on a day, as known at an instant: issued and written by then, not past its last day,
 * not ended. For queries of later rooms over many people; `stands` in state.ts says the same of one.
 */
export function standsOn(day: Day, knownAt: Instant): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'certificates'>()
  const endings = where
    .selectFrom('certificate_endings')
    .select('certificate_endings.id')
    .whereRef('certificate_endings.certificate_number', '=', 'certificates.number')
    .where('certificate_endings.from_on', '<=', day)
    .where('certificate_endings.written_at', '<=', knownAt)
  return where.and([
    where('certificates.issued_at', '<=', knownAt),
    where('certificates.issued_on', '<=', day),
    where.or([where('certificates.last_on', 'is', null), where('certificates.last_on', '>=', day)]),
    where.not(where.exists(endings)),
  ])
}

/** All certificates of a person, newest first. */
export async function certificatesOf(db: Reading, personId: string): Promise<Certificate[]> {
  const rows = await db
    .selectFrom('certificates')
    .innerJoin('revisions', 'revisions.id', 'certificates.revision_id')
    .selectAll('certificates')
    .select(['revisions.number as earned_number', markedTo])
    .where('certificates.person_id', '=', personId)
    .orderBy('certificates.issued_at', 'desc')
    .orderBy('certificates.number')
    .execute()
  const endings = await endingsOf(db, rows)
  const texts = await textsSince(db, rows)
  return rows.map((row) => toCertificate(row, rows, endings, texts))
}

/** Refuses nothing: an unknown number is null. */
export async function findCertificate(db: Reading, number: string): Promise<Certificate | null> {
  const row = await db.selectFrom('certificates').select('person_id').where('number', '=', number).executeTakeFirst()
  if (!row) return null
  const all = await certificatesOf(db, row.person_id)
  return all.find((certificate) => certificate.number === number) ?? null
}

/** Refuses: not-found. */
export const getCertificate = async (db: Reading, number: string): Promise<Certificate> =>
  found(await findCertificate(db, number), 'certificate')

/** The number that an enrolment earned, the newest where it was replaced, or null. */
export async function numberOfEnrolment(db: Reading, enrolmentId: string): Promise<string | null> {
  const rows = await db
    .selectFrom('certificates')
    .select(['number', 'replaces'])
    .where('enrolment_id', '=', enrolmentId)
    .execute()
  const replaced = new Set(rows.map((row) => row.replaces))
  return rows.find((row) => !replaced.has(row.number))?.number ?? null
}

export async function saveCertificate(
  db: Reading,
  of: Omit<Certificate, 'endings' | 'later' | 'replacedBy' | 'owes' | 'broughtUp'> & {
    nameSalt: string
    nameSha256: string
  },
): Promise<void> {
  await db
    .insertInto('certificates')
    .values({
      number: of.number,
      person_id: of.personId,
      course_id: of.courseId,
      revision_id: of.revisionId,
      enrolment_id: of.enrolmentId,
      holder_name: of.holderName,
      name_salt: of.nameSalt,
      name_sha256: of.nameSha256,
      snapshot: JSON.stringify(of.snapshot),
      issued_at: of.issuedAt,
      issued_on: of.issuedOn,
      last_on: of.lastOn,
      replaces: of.replaces,
    })
    .execute()
}

export async function saveEnding(
  db: Reading,
  of: Ending & { id: string; number: string; writtenBy: string },
): Promise<void> {
  await db
    .insertInto('certificate_endings')
    .values({
      id: of.id,
      certificate_number: of.number,
      kind: of.kind,
      reason: of.reason,
      from_on: of.fromOn,
      written_at: of.writtenAt,
      written_by: of.writtenBy,
    })
    .execute()
}

/** The name goes; its salted hash stays, so that somebody who knows the name can still prove it. */
export async function eraseHolderName(db: Reading, number: string): Promise<void> {
  await db.updateTable('certificates').set({ holder_name: null }).where('number', '=', number).execute()
}

type Row = Omit<Tables['certificates'], 'name_salt' | 'name_sha256'> & EarnedRow
type Endings = ReadonlyMap<string, readonly Ending[]>

async function endingsOf(db: Reading, rows: readonly Row[]): Promise<Endings> {
  if (rows.length === 0) return new Map()
  const numbers = rows.map((row) => row.number)
  const found = await db
    .selectFrom('certificate_endings')
    .selectAll()
    .where('certificate_number', 'in', numbers)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  const endings = Map.groupBy(found, (row) => row.certificate_number)
  return new Map([...endings].map(([number, of]) => [number, of.map(toEnding)]))
}

const toEnding = (row: Tables['certificate_endings']): Ending => ({
  kind: row.kind as Ending['kind'],
  reason: row.reason,
  fromOn: row.from_on,
  writtenAt: row.written_at,
})

const toFacts = (row: Row, endings: Endings): CertificateFacts => ({
  number: row.number,
  courseId: row.course_id,
  issuedAt: row.issued_at,
  issuedOn: row.issued_on,
  lastOn: row.last_on,
  endings: endings.get(row.number) ?? [],
})

function toCertificate(row: Row, all: readonly Row[], endings: Endings, texts: Texts): Certificate {
  const earnedAt = earnedIn(row.enrolment_id, all)
  const later = all.filter((one) => one.course_id === row.course_id && earnedIn(one.enrolment_id, all) > earnedAt)
  return {
    ...toFacts(row, endings),
    personId: row.person_id,
    revisionId: row.revision_id,
    enrolmentId: row.enrolment_id,
    holderName: row.holder_name,
    snapshot: JSON.parse(row.snapshot) as CertificateSnapshot,
    replaces: row.replaces,
    ...owingOf(row, texts),
    replacedBy: all.find((one) => one.replaces === row.number)?.number ?? null,
    later: later.map((one) => toFacts(one, endings)),
  }
}

/** When an enrolment was completed: a certificate with another name is issued later and earned no later. */
const earnedIn = (enrolmentId: string, all: readonly Row[]): Instant =>
  all
    .filter((one) => one.enrolment_id === enrolmentId)
    .map((one) => one.issued_at)
    .reduce((a, b) => (a < b ? a : b))
