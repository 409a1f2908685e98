/** What was issued, frozen. The name can be erased; the rest and the salted hash of the name still stand. */
export interface CertificatesTable {
  /** 26 Crockford characters, the last a check sign, upper-case, without groups. */
  number: string
  person_id: string
  course_id: string
  revision_id: string
  enrolment_id: string
  /** The name as issued; null once erased. */
  holder_name: string | null
  name_salt: string
  name_sha256: string
  /** JSON: CertificateSnapshot. No name in it. */
  snapshot: string
  issued_at: string
  issued_on: string
  /** Last day it is valid, to its end in Copenhagen; null = no last day. */
  last_on: string | null
  /** The number of the certificate this one was issued instead of, with another name. */
  replaces: string | null
}

/** The end of a certificate before its last day: revoked or withdrawn. Appended, never changed. */
export interface CertificateEndingsTable {
  id: string
  certificate_number: string
  kind: string
  reason: string
  /** First day it is no longer valid; for "issued in error" it never was. */
  from_on: string
  written_at: string
  written_by: string
}

/** Two people turned out to be one: whose certificate it was until then, so that what was known before stays so. */
export interface CertificateMovesTable {
  certificate_number: string
  from_person_id: string
  to_person_id: string
  moved_at: string
}

export interface CertificatesTables {
  certificates: CertificatesTable
  certificate_endings: CertificateEndingsTable
  certificate_moves: CertificateMovesTable
}
