import { record } from '#audit/record.ts'
import { newLongToken } from '#base/ids.ts'
import { found, must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { listOf, workingFiles } from '#drafts/store.ts'
import { may } from '#policy.ts'
import { sha256 } from '#signin/token.ts'
import { lasts, type ReviewRequest } from './request.ts'
import { moduleFiles } from './sign-off.ts'
import { saveRequest } from './store.ts'

/** What a trainer asks: tidied, `message` null when there is none. */
export type Asked = Pick<ReviewRequest, 'courseId' | 'moduleId' | 'toName' | 'message'>

/** The token of a link by which whoever has it looks at a module for fourteen days; only its hash is kept. Refuses: forbidden; not-found for a module without files. */
export async function askForReview(work: Work, of: Asked): Promise<string> {
  must(may.writeCourse(work.actor), 'ask for a review')
  const files = moduleFiles(listOf(await workingFiles(work.db, of.courseId)), of.moduleId)
  found(files.size > 0 ? files : null, 'module')
  const id = work.newId()
  const token = newLongToken()
  const expiresAt = new Date(work.now.getTime() + lasts).toISOString()
  const asked = { askedAt: work.at, askedBy: work.actor.personId, expiresAt }
  await saveRequest(work.db, { id, tokenHash: sha256(token), ...of, ...asked })
  await record(work, 'review.asked', id, {}, { courseId: of.courseId, moduleId: of.moduleId })
  return token
}
