import type { Day } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { Certificate } from '#certificates/certificate.ts'
import { hasPage, type PageRef } from '#certificates/owing.ts'
import { certificatesOf } from '#certificates/store.ts'
import type { Revision } from '#courses/course.ts'
import { findPublished, getRevision } from '#courses/store.ts'
import type { Reading } from '#db/work.ts'
import { type Owed, owedIn, plainlyValid } from '#rereading/owed.ts'
import { pagesIn, trimmed } from '#rereading/trimmed.ts'
import { type Enrolment, isShort } from './attempt.ts'
import { enrolmentsIn } from './store.ts'

/** A text, and the enrolment it is read in. */
interface Place {
  revision: Revision
  enrolment: Enrolment | null
}

/** Where somebody stands in a course: the text to show, and the enrolment it belongs to. */
export interface Standing extends Place {
  /** Null when nothing is started, or when a renewal is open: the first thing done starts an enrolment. */
  enrolment: Enrolment | null
  /** Set when pages have to be read again: then `revision` has nothing but them and the questions on them. */
  short: Short | null
  /** The certificate that is plainly valid. */
  certificate: Certificate | null
}

/** A short renewal, begun or not. */
export interface Short {
  /** What it is about, and by when; the enrolment whose certificate it keeps up to date. */
  owed: Owed
  /** The whole text as she last had it, for looking things up. */
  whole: Place
}

/**
 * The text and enrolment that count for a person today: the open enrolment; the completed one until its renewal opens, or while pages have to be
 * read again those pages alone; otherwise the newest published text. Refuses: not-found.
 */
export async function findStanding(db: Reading, personId: string, courseId: string, today: Day): Promise<Standing> {
  const enrolments = await enrolmentsIn(db, personId, courseId)
  const newest = enrolments.find((one) => !isShort(one)) ?? null
  if (newest && newest.completedAt === null) return plain(await placeIn(db, newest))
  const certificates = newest ? await certificatesOf(db, personId) : []
  const valid = plainlyValid(certificates, courseId, today)
  const published = async () => found(await findPublished(db, courseId), 'course')
  if (!newest || !valid) return plain({ revision: await published(), enrolment: null })

  const whole = await upToDate(db, newest, valid)
  const owed = owedIn(certificates, courseId, today)
  if (!owed) return { ...whole, short: null, certificate: valid }
  const open = enrolments.find((one) => isGoingOn(one, owed)) ?? null
  const revision = open ? await getRevision(db, open.revisionId) : await published()
  const pages = pagesIn(revision.document, open?.pages ?? owed.pages)
  const short = { owed: { ...owed, pages }, whole }
  return { revision: trimmed(revision, pages), enrolment: open, short, certificate: valid }
}

const plain = (place: Place): Standing => ({ ...place, short: null, certificate: null })

/** Renewals of this certificate that are open, and about something that is still owed: others were overtaken by a newer text. */
const isGoingOn = ({ renews, completedAt, pages }: Enrolment, owed: Owed): boolean =>
  renews === owed.earnedIn && completedAt === null && (pages ?? []).some((page) => isAmong(owed.pages, page))

const isAmong = (pages: readonly PageRef[], { moduleId, pageId }: PageRef) =>
  pages.some((one) => one.moduleId === moduleId && one.pageId === pageId)

const placeIn = async (db: Reading, enrolment: Enrolment) => ({
  revision: await getRevision(db, enrolment.revisionId),
  enrolment,
})

/** The text of a completed enrolment, or the later one that its certificate was brought up to. */
async function upToDate(db: Reading, enrolment: Enrolment, { broughtUp }: Certificate): Promise<Place> {
  const place = await placeIn(db, enrolment)
  if (broughtUp === null || broughtUp.number <= place.revision.number) return place
  return { revision: await getRevision(db, broughtUp.revisionId), enrolment }
}

/** Where a page is to be read: in what has to be read again, or for looking it up in the whole text. */
export const placeOf = ({ short, ...own }: Standing, page: PageRef): Place =>
  short === null || hasPage(own.revision.document, page) ? own : short.whole

/** The text of an enrolment: the whole one, or the pages of a short renewal. Refuses: not-found. */
export async function revisionOf(db: Reading, { revisionId, pages }: Pick<Enrolment, 'revisionId' | 'pages'>) {
  const revision = await getRevision(db, revisionId)
  return pages === null ? revision : trimmed(revision, pages)
}
