import type { Instant } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { Reviewer } from '#courses/reviewers.ts'
import type { FileList } from '#courses/source-store.ts'
import type { SignOffsTable } from '#db/schema/reviewing.ts'
import type { Reading } from '#db/work.ts'
import { moduleSha256, type SignOff } from './sign-off.ts'

const standing = (db: Reading) => db.selectFrom('sign_offs').selectAll('sign_offs').where('withdrawn_at', 'is', null)

const heldAt = (db: Reading, at: Instant) =>
  db
    .selectFrom('sign_offs')
    .selectAll('sign_offs')
    .where('signed_at', '<=', at)
    .where(({ eb, or }) => or([eb('withdrawn_at', 'is', null), eb('withdrawn_at', '>', at)]))

/** The sign-offs that hold for a revision, oldest first; with `at`, those that held then, of which some may have lost their name since. */
export async function signOffsOf(db: Reading, revisionId: string, at?: Instant): Promise<SignOff[]> {
  const rows = await (at === undefined ? standing(db) : heldAt(db, at))
    .innerJoin('revision_sign_offs', 'revision_sign_offs.sign_off_id', 'sign_offs.id')
    .where('revision_sign_offs.revision_id', '=', revisionId)
    .$if(at !== undefined, (query) => query.where('revision_sign_offs.recorded_at', '<=', at as Instant))
    .orderBy('signed_at')
    .orderBy('sign_offs.id')
    .execute()
  return rows.map(toSignOff)
}

/** The sign-offs that hold for these files of a course: those whose module is word for word the same, oldest first. */
export async function signOffsFor(db: Reading, courseId: string, files: FileList): Promise<SignOff[]> {
  const all = await courseSignOffs(db, courseId)
  const hashes = new Map([...new Set(all.map((one) => one.moduleId))].map((id) => [id, moduleSha256(files, id)]))
  return all.filter((one) => hashes.get(one.moduleId) === one.moduleSha256)
}

/** All of a course that were not withdrawn, oldest first. */
export async function courseSignOffs(db: Reading, courseId: string): Promise<SignOff[]> {
  const rows = await standing(db).where('course_id', '=', courseId).orderBy('signed_at').orderBy('id').execute()
  return rows.map(toSignOff)
}

/** One of a course's that was not withdrawn. Refuses: not-found. */
export async function getSignOff(db: Reading, courseId: string, id: string): Promise<SignOff> {
  const row = await standing(db).where('course_id', '=', courseId).where('id', '=', id).executeTakeFirst()
  return toSignOff(found(row, 'sign-off'))
}

export async function saveSignOff(db: Reading, of: SignOff): Promise<void> {
  await db
    .insertInto('sign_offs')
    .values({
      id: of.id,
      request_id: of.requestId,
      course_id: of.courseId,
      module_id: of.moduleId,
      module_sha256: of.moduleSha256,
      name: of.name,
      role: of.role,
      signed_at: of.signedAt,
      signed_on: of.signedOn,
      withdrawn_at: null,
    })
    .execute()
}

/** Notes that a sign-off holds for a revision. */
export async function saveHolding(
  db: Reading,
  of: { revisionId: string; signOffId: string; at: Instant },
): Promise<void> {
  await db
    .insertInto('revision_sign_offs')
    .values({ revision_id: of.revisionId, sign_off_id: of.signOffId, recorded_at: of.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The name goes with it: whoever signed has no account to have it erased with. */
export async function markWithdrawn(db: Reading, id: string, at: Instant): Promise<void> {
  await db.updateTable('sign_offs').set({ name: '', withdrawn_at: at }).where('id', '=', id).execute()
}

const toSignOff = (row: SignOffsTable): SignOff => ({
  id: row.id,
  requestId: row.request_id,
  courseId: row.course_id,
  moduleId: row.module_id,
  moduleSha256: row.module_sha256,
  name: row.name,
  role: row.role as Reviewer,
  signedAt: row.signed_at,
  signedOn: row.signed_on,
})
