import type { Day, Instant } from '#base/dates.ts'
import type { InBoth } from '#courses/course.ts'
import type { BroughtUp, Owing } from './owing.ts'

/** What was issued, frozen in both languages. The holder's name stands apart, because it can be erased. */
export interface CertificateSnapshot {
  course: { id: string; title: InBoth }
  modules: readonly SnapshotModule[]
  revision: { id: string; number: number }
  /** Calendar months; 0 = no last day. */
  validityMonths: number
  /** The partnership's name. */
  partnership: string
  /** Who signed for it; left out of those issued before towns had a signatory. */
  signatory?: { name: string; title: string | null } | null
  /** SHA-256 of the logo the partnership had (town/store.ts: logoOf); left out of those issued before towns had one. */
  logo?: string | null
  issuedOn: Day
  lastOn: Day | null
  demo: boolean
}

export interface SnapshotModule {
  id: string
  title: InBoth
  theoryOnly: boolean
  /** Who had read and approved this text when the certificate was issued: `police`, `first-aid-instructor` …; no names. */
  reviewed: readonly { role: string; on: Day }[]
}

export const revocationReasons = ['issued-in-error', 'fraud', 'misuse', 'other'] as const
export type RevocationReason = (typeof revocationReasons)[number]

/** The end of a certificate before its last day. */
export interface Ending {
  kind: 'revoked' | 'withdrawn' | 'replaced'
  /** A RevocationReason, `holder` for a withdrawal, `name` where another with the holder's name of today took its place. */
  reason: string
  /** First day it no longer stands; its day of issue when it was issued in error. */
  fromOn: Day
  writtenAt: Instant
}

/** What decides whether a certificate stands on a day. */
export interface CertificateFacts {
  number: string
  courseId: string
  issuedAt: Instant
  issuedOn: Day
  /** Included, to the end of that day in Copenhagen; null = no last day. */
  lastOn: Day | null
  endings: readonly Ending[]
}

export interface Certificate extends CertificateFacts {
  personId: string
  revisionId: string
  enrolmentId: string
  /** As issued; null once erased. */
  holderName: string | null
  snapshot: CertificateSnapshot
  /** The number of the one it was issued instead of, with another name; null when it is the first of its enrolment. */
  replaces: string | null
  /** The number of the one that took its place, or null. */
  replacedBy: string | null
  /** Pages changed since that the holder has yet to read again; null when there are none. */
  owes: Owing | null
  /** The newest text whose changed pages the holder has read again; null when that has not been asked or done. */
  broughtUp: BroughtUp | null
  /** Certificates of the same person in the same course that a later enrolment earned. */
  later: readonly CertificateFacts[]
}
