import type { Work } from '#db/work.ts'

/** What a person answered is gone; that there were attempts and rounds, and how many answers were right, stays. The caller has asked the policy and records it. */
export async function eraseAnswersOf(work: Work, personId: string): Promise<void> {
  await work.db
    .deleteFrom('answers')
    .where('attempt_id', 'in', work.db.selectFrom('attempts').select('id').where('person_id', '=', personId))
    .execute()
  await work.db
    .updateTable('exercise_rounds')
    .set({ answers: null })
    .where('enrolment_id', 'in', work.db.selectFrom('enrolments').select('id').where('person_id', '=', personId))
    .execute()
}
