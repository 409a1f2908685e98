import { record } from '#audit/record.ts'
import { found, mustSee } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import type { Choice } from './answer.ts'
import type { Attempt } from './attempt.ts'
import { removeChoice, saveChoice } from './attempt-store.ts'

/**
 * Keeps an answer of the actor's open attempt in place of an earlier one, or takes it back (null). False, and nothing changed, when
 * the attempt is handed in or there was nothing to take back. Refuses: not-found for another's attempt or a question not in its draw.
 * The attempt is handed over as read before the transaction, because saving has to be cheap; whether it is still open is asked again.
 */
export async function saveAnswer(
  work: Work,
  attempt: Attempt,
  { questionId, choice }: { questionId: string; choice: Choice | null },
): Promise<boolean> {
  mustSee(may.useOwn(work.actor, attempt), 'attempt')
  found(
    attempt.asked.find((asked) => asked.id === questionId),
    'question',
  )
  const changed = choice
    ? await saveChoice(work.db, { attemptId: attempt.id, questionId, choice, at: work.at })
    : await removeChoice(work.db, attempt.id, questionId)
  if (changed)
    await record(work, choice ? 'answer.saved' : 'answer.removed', attempt.id, attempt, { question: questionId })
  return changed
}
