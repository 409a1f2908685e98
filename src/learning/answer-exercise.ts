import { record } from '#audit/record.ts'
import type { Work } from '#db/work.ts'
import { rightVerdicts, type Verdict } from './round.ts'
import { getOwnRound, saveVerdicts } from './round-store.ts'

export type Answered = 'passed' | 'failed' | 'already'

/**
 * Marks the actor's round by the day it was drawn for, once; passed when every answer is right. A second time changes nothing. `answers` in the
 * order of the guests. Refuses: not-found, also for another's round.
 */
export async function answerExercise(
  work: Work,
  { answers, ...of }: { roundId: string; courseId: string; moduleId: string; answers: readonly Verdict[] },
): Promise<Answered> {
  const { personId } = work.actor
  const round = await getOwnRound(work.db, personId, of)
  const verdicts = rightVerdicts(round)
  const right = verdicts.filter((verdict, place) => answers[place] === verdict).length
  const passed = right === verdicts.length

  const first = await saveVerdicts(work.db, round.id, { answers, right, passed, at: work.at })
  if (!first) return 'already'
  await record(
    work,
    'exercise.answered',
    round.id,
    { personId },
    { module: of.moduleId, right, outOf: verdicts.length },
  )
  return passed ? 'passed' : 'failed'
}
