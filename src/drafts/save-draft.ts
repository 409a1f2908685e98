import { record } from '#audit/record.ts'
import { must, Refusal } from '#base/refusal.ts'
import { isKept, keepFile } from '#courses/source-store.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { type Base, type Draft, draftBase, publishedBase, type WorkingFile } from './draft.ts'
import { mostBytes, whatIs } from './file-path.ts'
import { judgeSave, publishedIn } from './saving.ts'
import { findDraft, getWorkingFile, insertDraft, rewriteDraft, supersede } from './store.ts'

/** A file as somebody saves it. */
export interface Saving {
  courseId: string
  path: string
  /** What the writer had before her (draft.ts: baseOf). */
  base: Base
  /** Null: the file is to go. */
  bytes: Uint8Array | null
  /** Names the opening of the editor, where there is one. */
  sitting?: string | null
}

/** Where the writer goes on from, and whether versions stand beside hers that she has not seen. */
export interface Saved {
  base: Base
  beside: boolean
}

/**
 * Saves a file as a draft. It takes the place of the version its writer had before her and of no other: what somebody else wrote in the meantime
 * stays beside it. Saving the same again changes nothing; going back to what is published takes the draft away.
 * Refuses: forbidden; conflict for a path that no course can have; too-large.
 */
export async function saveDraft(work: Work, saving: Saving): Promise<Saved> {
  must(may.writeCourse(work.actor), 'write a course')
  const { courseId, path, base, sitting = null } = saving
  const sha256 = await keep(work, saving)
  const file = await getWorkingFile(work.db, courseId, path)
  const judged = judgeSave(file, { base, sha256, sitting })
  switch (judged.kind) {
    case 'known':
      await endOf(work, judged.follows)
      return told(judged.as, file, judged.follows)
    case 'back':
      await endOf(work, judged.follows)
      if (judged.follows) await record(work, 'draft.discarded', judged.follows.id)
      return { base: publishedBase(sha256), beside: file.drafts.length > (judged.follows ? 1 : 0) }
    case 'write-on':
      return told(await writeOn(work, judged.of, { sha256, sitting }), file, judged.of)
    case 'begin': {
      const startedFrom = await beginningOf(work, file, base)
      const begun = { id: work.newId(), courseId, path, sha256, startedFrom, sitting, ...stamp(work) }
      await insertDraft(work.db, begun)
      await record(work, 'draft.begun', begun.id)
      return told(begun, file, null)
    }
  }
}

async function keep(work: Work, { path, bytes }: Saving): Promise<string | null> {
  const place = whatIs(path)
  if (!place) throw new Refusal('conflict', 'no file of a course')
  if (bytes === null) return null
  if (bytes.length > mostBytes(place)) throw new Refusal('too-large', 'a file of a course')
  return keepFile(work.db, bytes)
}

const stamp = (work: Work) => ({ writtenAt: work.at, writtenBy: work.actor.personId })

/** Her own version goes on as it is; somebody else's is followed by hers. */
async function writeOn(work: Work, of: Draft, now: Pick<Draft, 'sha256' | 'sitting'>): Promise<Draft> {
  if (of.sha256 === now.sha256) return of
  const written = { ...of, ...now, ...stamp(work) }
  if (of.writtenBy === work.actor.personId) {
    await rewriteDraft(work.db, written)
    return written
  }
  const followed = { ...written, id: work.newId() }
  await endOf(work, of)
  await insertDraft(work.db, followed)
  await record(work, 'draft.begun', followed.id)
  return followed
}

const endOf = (work: Work, draft: Draft | null) =>
  supersede(work.db, draft ? [draft.id] : [], { at: work.at, by: work.actor.personId })

const told = (now: Draft, file: WorkingFile, follows: Draft | null): Saved => ({
  base: draftBase(now),
  beside: file.drafts.some((draft) => draft.id !== now.id && draft !== follows),
})

/** The published text a new version began with; where it follows a version that is gone, what that one began with or became. */
async function beginningOf(work: Work, { published, drafts }: WorkingFile, base: Base): Promise<string | null> {
  const from = publishedIn(base)
  if (from !== undefined) return from !== null && from === published ? published : await ifKept(work, from)
  const [id = '', sha256] = base.split(' ')
  if (published !== null && sha256 === published) return published
  return (await findDraft(work.db, id))?.startedFrom ?? drafts[0]?.startedFrom ?? null
}

/** What a form claims is believed only of a file there is. */
async function ifKept(work: Work, sha256: string | null): Promise<string | null> {
  return sha256 !== null && (await isKept(work.db, sha256)) ? sha256 : null
}
