import { publishRevision } from '#courses/publish-revision.ts'
import { readCourse } from '#courses/read-course.ts'
import { baseOf } from '#drafts/draft.ts'
import { saveDraft } from '#drafts/save-draft.ts'
import { getWorkingFile } from '#drafts/store.ts'
import { clockwork } from '#policy.ts'
import { reviewUrl } from '#reviewing/addresses.ts'
import { askForReview } from '#reviewing/ask-for-review.ts'
import { folderOf, sampleFiles } from '../courses/sample-course.ts'
import type { Cast } from '../support/cast.ts'
import type { TestHouse } from '../support/house.ts'

export const courseId = 'prove'
export const moduleId = 'doer'

/** Publishes the sample course, other texts in place of its own where given, as a trainer would. */
export async function publishSample(house: TestHouse, files: Readonly<Record<string, string>> = {}) {
  const folder = folderOf({ ...sampleFiles, ...files })
  const { course, faults } = readCourse(folder)
  if (!course) throw new Error(JSON.stringify(faults))
  const bytes = [...folder.files].map(([path, content]) => [path, content as Uint8Array] as const)
  return house.as(clockwork, (work) => publishRevision(work, course, { files: new Map(bytes), origin: 'town' }))
}

/** A trainer saves a draft of one file. */
export async function writeDraft(house: TestHouse, who: string, path: string, text: string): Promise<void> {
  const base = baseOf(await getWorkingFile(house.db, courseId, path))
  const bytes = new TextEncoder().encode(text)
  await house.as(who, (work) => saveDraft(work, { courseId, path, base, bytes }))
}

/** Ada asks Pernille to look; the address of the link. */
export async function askPernille(house: TestHouse, cast: Cast, message: string | null = null): Promise<string> {
  const asked = { courseId, moduleId, toName: 'Pernille', message }
  return reviewUrl(await house.as(cast.ada, (work) => askForReview(work, asked)))
}
