import { record } from '#audit/record.ts'
import { found } from '#base/refusal.ts'
import type { ModuleDocument } from '#courses/course.ts'
import type { Work } from '#db/work.ts'
import { completeCourse } from './complete-course.ts'
import { moduleIn } from './module.ts'
import { type ModuleProgress, moduleProgress } from './progress.ts'
import { startEnrolment } from './start-enrolment.ts'
import { factsOf, saveReading } from './store.ts'

/**
 * Writes down that the actor has read a page, once a round, and says how the module stands after it. The first page starts the
 * enrolment; the last may complete it, where the module has no questions. Refuses: not-found.
 */
export async function recordReading(
  work: Work,
  { courseId, moduleId, pageId }: { courseId: string; moduleId: string; pageId: string },
): Promise<{ module: ModuleDocument; progress: ModuleProgress }> {
  const { revision, enrolment } = await startEnrolment(work, courseId)
  const module = moduleIn(revision.document, moduleId)
  found(
    module.pages.find((page) => page.id === pageId),
    'page',
  )

  const facts = await factsOf(work.db, enrolment.id)
  const { passed, tries } = moduleProgress(module, facts, work.at)
  const reading = { moduleId, pageId, round: passed ? 0 : tries.round }
  const first = await saveReading(work.db, { ...reading, enrolmentId: enrolment.id, at: work.at })
  if (first) await record(work, 'page.read', enrolment.id, work.actor, { module: moduleId, page: pageId })
  const after = { ...facts, readings: [...facts.readings, reading] }
  const progress = moduleProgress(module, after, work.at)
  if (enrolment.completedAt === null && !passed && progress.passed)
    await completeCourse(work, { ...enrolment, enrolmentId: enrolment.id }, revision.document)
  return { module, progress }
}
