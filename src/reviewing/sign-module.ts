import { record } from '#audit/record.ts'
import { Refusal } from '#base/refusal.ts'
import type { Reviewer } from '#courses/reviewers.ts'
import { type FileList, filesOf } from '#courses/source-store.ts'
import { revisionsOf } from '#courses/store.ts'
import type { Work } from '#db/work.ts'
import { listOf, workingFiles } from '#drafts/store.ts'
import { isOpen, type ReviewRequest } from './request.ts'
import { moduleSha256, type SignOff } from './sign-off.ts'
import { courseSignOffs, saveHolding, saveSignOff } from './sign-off-store.ts'

/**
 * Whoever has the link stands behind the module's text with name and role; `read`: the files as they were read. It holds at once for every
 * revision whose module is word for word that text, and for later ones when they are published (record-sign-offs.ts). The same name and role
 * for the same text once more change nothing. Refuses: gone; conflict when the text is another than was read.
 */
export async function signOff(
  work: Work,
  of: { request: ReviewRequest; read: FileList; name: string; role: Reviewer },
): Promise<void> {
  const { courseId, moduleId, id: requestId } = of.request
  if (!isOpen(of.request, work.at)) throw new Refusal('gone', 'this link opens nothing any more')
  const hash = moduleSha256(listOf(await workingFiles(work.db, courseId)), moduleId)
  if (hash === '' || hash !== moduleSha256(of.read, moduleId))
    throw new Refusal('conflict', 'the text was changed while it was read')

  const known = await courseSignOffs(work.db, courseId)
  if (known.some((one) => one.moduleSha256 === hash && one.name === of.name && one.role === of.role)) return
  const signed = { signedAt: work.at, signedOn: work.today }
  const signature = { id: work.newId(), requestId, courseId, moduleId, moduleSha256: hash }
  await saveSignOff(work.db, { ...signature, name: of.name, role: of.role, ...signed })
  await holdForPublished(work, { ...signature, name: of.name, role: of.role, ...signed })
  await record(work, 'sign-off.signed', signature.id, {}, { courseId, moduleId })
}

async function holdForPublished(work: Work, signature: SignOff): Promise<void> {
  for (const { id } of await revisionsOf(work.db, signature.courseId)) {
    const files = await filesOf(work.db, id)
    if (moduleSha256(files, signature.moduleId) === signature.moduleSha256)
      await saveHolding(work.db, { revisionId: id, signOffId: signature.id, at: work.at })
  }
}
