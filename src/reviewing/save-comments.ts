import { record } from '#audit/record.ts'
import { Refusal } from '#base/refusal.ts'
import { type FileList, isKept } from '#courses/source-store.ts'
import type { Work } from '#db/work.ts'
import { whatIs } from '#drafts/file-path.ts'
import { mostComments } from './comment.ts'
import { commentsOn, saveComment } from './comment-store.ts'
import { isOpen, type ReviewRequest } from './request.ts'

/** A comment as it was typed, tidied and not empty. */
export interface Typed {
  path: string
  text: string
}

/**
 * Saves what a reviewer says of files of the module; `read`: the files as she had them before her. The same words about the same file once more
 * change nothing, so a form that is sent twice does no harm. Whoever has the link may. Refuses: gone once the link opens nothing; too-many.
 */
export async function saveComments(
  work: Work,
  request: ReviewRequest,
  { comments, read }: { comments: readonly Typed[]; read: FileList },
): Promise<void> {
  const { id, courseId, moduleId } = request
  if (!isOpen(request, work.at)) throw new Refusal('gone', 'this link opens nothing any more')
  const said = await commentsOn(work.db, id)
  const known = new Set(said.map((one) => `${one.path} ${one.text}`))
  const fresh = comments.filter(
    ({ path, text }) => whatIs(path)?.moduleId === moduleId && !known.has(`${path} ${text}`),
  )
  if (said.length + fresh.length > mostComments) throw new Refusal('too-many', 'too many comments by one link')
  for (const { path, text } of fresh) {
    const claimed = read.get(path) ?? null
    const sha256 = claimed !== null && (await isKept(work.db, claimed)) ? claimed : null
    await saveComment(work.db, { id: work.newId(), requestId: id, path, sha256, text, writtenAt: work.at })
  }
  if (fresh.length > 0) await record(work, 'review.commented', id, {}, { courseId, moduleId, count: fresh.length })
}
