import { record } from '#audit/record.ts'
import type { Chance } from '#base/chance.ts'
import { found } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { drawGuests } from '#exercises/guests.ts'
import { moduleIn } from './module.ts'
import { findOpenRound, saveRound } from './round-store.ts'
import { startEnrolment } from './start-enrolment.ts'

/**
 * Starts a round of a module's exercise for the actor and says which: guests drawn for today and pinned, or the round of today that is still open.
 * One left open on another day stays as it is, and new guests come. There is no limit. Refuses: not-found, also for a module without an exercise.
 */
export async function startExercise(
  work: Work,
  { courseId, moduleId, chance }: { courseId: string; moduleId: string; chance: Chance },
): Promise<string> {
  const { revision, enrolment } = await startEnrolment(work, courseId)
  found(moduleIn(revision.document, moduleId).exercise, 'exercise')
  const round = { enrolmentId: enrolment.id, moduleId, drawnOn: work.today }
  const open = await findOpenRound(work.db, round)
  if (open) return open

  const id = work.newId()
  await saveRound(work.db, { ...round, id, guests: drawGuests(work.today, chance), at: work.at })
  await record(work, 'exercise.started', id, { personId: work.actor.personId }, { module: moduleId })
  return id
}
