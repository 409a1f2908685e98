import type { Revision } from '#courses/course.ts'
import { filesOf } from '#courses/source-store.ts'
import type { House } from '#house.ts'
import type { ChangesView } from './changes-pages.ts'
import { compareCourse } from './course-change.ts'
import { documentTexts } from './document-text.ts'
import { textsOf } from './find-publication.ts'

/** Two published texts, the older first, file by file; where the files of one are not kept, by what learners read. */
export async function compareRevisions(house: Pick<House, 'db'>, one: Revision, other: Revision): Promise<ChangesView> {
  const [from, to] = one.number < other.number ? [one, other] : [other, one]
  const order = to.document.modules.map((module) => module.id)
  const before = await filesOf(house.db, from.id)
  const after = await filesOf(house.db, to.id)
  if (before.size > 0 && after.size > 0) {
    const textOf = await textsOf(house, before, after)
    return { from, to, changes: compareCourse(before, after, { textOf, order }), textOf, asRead: false }
  }
  const textOf = (text: string | null | undefined) => text ?? ''
  const texts = { before: documentTexts(from.document), after: documentTexts(to.document) }
  return { from, to, changes: compareCourse(texts.before, texts.after, { textOf, order }), textOf, asRead: true }
}
