import { dayOf, instantOf } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { Revision, RevisionLine } from '#courses/course.ts'
import { getRevision, revisionsOf } from '#courses/store.ts'
import type { Reading } from '#db/work.ts'
import type { House } from '#house.ts'
import { type DoneFigures, doneFigures } from '#rereading/done-store.ts'
import { type Asked, countHolders, findAsked } from '#rereading/store.ts'
import type { SignOff } from '#reviewing/sign-off.ts'
import { signOffsOf } from '#reviewing/sign-off-store.ts'
import { namesOf } from './store.ts'

/** Pages that have to be read again since a revision, and how far that has come. */
export interface AskedAgain {
  asked: Asked
  figures: DoneFigures
}

/** Every text of a course that was published, newest first, with what came of it. */
export interface Revisions {
  /** The newest, whole. */
  newest: Revision
  lines: readonly RevisionLine[]
  again: ReadonlyMap<string, AskedAgain>
  signOffs: ReadonlyMap<string, readonly SignOff[]>
  names: ReadonlyMap<string, string | null>
  /** People whose certificate of the course is plainly valid today: those a change is told to. */
  holders: number
}

/** Refuses: not-found for a course that was never published. */
export async function findRevisions({ db, clock }: Pick<House, 'db' | 'clock'>, courseId: string): Promise<Revisions> {
  const now = { today: dayOf(clock()), at: instantOf(clock()) }
  const lines = await revisionsOf(db, courseId)
  const newest = await getRevision(db, found(lines[0], 'revision').id)
  const signOffs = new Map<string, readonly SignOff[]>()
  const again = new Map<string, AskedAgain>()
  for (const { id } of lines) {
    signOffs.set(id, await signOffsOf(db, id))
    const asked = await findAsked(db, id)
    const figures = asked && (await doneFigures(db, id, now))
    if (asked && figures) again.set(id, { asked, figures })
  }
  const publishers = lines.map((line) => line.publishedBy)
  const holders = await countHolders(db, courseId, now.today)
  return { newest, lines, again, signOffs, names: await namesOf(db, publishers), holders }
}

/** One of a course's revisions by its number as it stands in an address. Refuses: not-found. */
export async function getNumbered(db: Reading, courseId: string, number: string): Promise<Revision> {
  const line = (await revisionsOf(db, courseId)).find((one) => String(one.number) === number)
  return getRevision(db, found(line, 'revision').id)
}
