import type { FileList } from '#courses/source-store.ts'
import type { Work } from '#db/work.ts'
import { saveHolding, signOffsFor } from './sign-off-store.ts'

/** Notes which sign-offs hold for a revision that is being published from these files. Part of publishing: the caller has asked the policy and records it. */
export async function recordSignOffs(work: Work, revisionId: string, courseId: string, files: FileList): Promise<void> {
  for (const { id } of await signOffsFor(work.db, courseId, files))
    await saveHolding(work.db, { revisionId, signOffId: id, at: work.at })
}
