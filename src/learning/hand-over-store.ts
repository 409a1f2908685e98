import type { Reading } from '#db/work.ts'

/** Gives an enrolment with all its attempts to another person. */
export async function giveEnrolment(db: Reading, enrolmentId: string, personId: string): Promise<void> {
  await db.updateTable('enrolments').set({ person_id: personId }).where('id', '=', enrolmentId).execute()
  await db.updateTable('attempts').set({ person_id: personId }).where('enrolment_id', '=', enrolmentId).execute()
}

/**
 * Moves what was done in one enrolment into another of the same revision, another person's: pages read, choices taken, rounds answered and
 * attempts, which are numbered on. An attempt that is still open stays where it is when the other enrolment has an open one in that module.
 */
export async function pourInto(
  db: Reading,
  from: string,
  into: { enrolmentId: string; personId: string },
): Promise<void> {
  await pourReadings(db, from, into.enrolmentId)
  await db
    .updateTable('situation_steps')
    .set({ enrolment_id: into.enrolmentId })
    .where('enrolment_id', '=', from)
    .execute()
  await db
    .updateTable('exercise_rounds')
    .set({ enrolment_id: into.enrolmentId })
    .where('enrolment_id', '=', from)
    .where('answered_at', 'is not', null)
    .execute()

  const there = await attemptsIn(db, into.enrolmentId)
  const next = new Map<string, number>()
  for (const { module_id, number } of there) next.set(module_id, Math.max(next.get(module_id) ?? 0, number))
  for (const attempt of await attemptsIn(db, from)) {
    const { id, module_id } = attempt
    const isOpen = attempt.submitted_at === null
    if (isOpen && there.some((one) => one.module_id === module_id && one.submitted_at === null)) continue
    const number = (next.get(module_id) ?? 0) + 1
    next.set(module_id, number)
    await db
      .updateTable('attempts')
      .set({ enrolment_id: into.enrolmentId, person_id: into.personId, number })
      .where('id', '=', id)
      .execute()
  }
}

async function pourReadings(db: Reading, from: string, into: string): Promise<void> {
  const rows = await db.selectFrom('page_readings').selectAll().where('enrolment_id', '=', from).execute()
  for (const row of rows)
    await db
      .insertInto('page_readings')
      .values({ ...row, enrolment_id: into })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await db.deleteFrom('page_readings').where('enrolment_id', '=', from).execute()
}

const attemptsIn = (db: Reading, enrolmentId: string) =>
  db
    .selectFrom('attempts')
    .select(['id', 'module_id', 'number', 'submitted_at'])
    .where('enrolment_id', '=', enrolmentId)
    .orderBy('started_at')
    .orderBy('number')
    .execute()
