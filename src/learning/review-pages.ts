import type { ModuleDocument } from '#courses/course.ts'
import type { Button, Notice, Progress, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { questionUrl, submissionUrl } from './addresses.ts'
import type { Attempt } from './attempt.ts'
import { questionsAsked } from './module.ts'

/** Before handing in: what is answered and what is not. */
export interface ReviewPage {
  title: string
  module: string
  progress: Progress
  notice: Notice
  questions: readonly { n: string; title: string; url: string; state: State }[]
  submit: Button
}

export const reviewPage = page<ReviewPage>('learning/review')

/** `answered` holds the ids of the questions with an answer. `refused`: it was handed in without saying that some are missing. */
export function toReviewPage(
  module: ModuleDocument,
  attempt: Attempt,
  { answered, refused = false, w }: { answered: ReadonlySet<string>; refused?: boolean; w: Words },
): ReviewPage {
  const count = attempt.asked.length
  const missing = attempt.asked.filter(({ id }) => !answered.has(id)).length
  const all = w.t('learning.handIn')
  return {
    title: w.t('learning.review'),
    module: module.title[w.language],
    progress: {
      id: 'how-far',
      label: w.t('learning.answeredOf', { done: count - missing, of: count }),
      done: count - missing,
      of: count,
    },
    notice:
      missing === 0
        ? { kind: 'good', text: w.t('learning.allAnswered') }
        : { kind: refused ? 'bad' : 'warn', text: w.t('learning.unanswered', { count: missing }) },
    questions: questionsAsked(module, attempt.asked).map((question, index) => ({
      n: w.t('learning.questionN', { n: index + 1 }),
      title: question.title[w.language],
      url: questionUrl(attempt.id, index + 1),
      state: answered.has(question.id)
        ? { state: 'done', text: w.t('learning.answered') }
        : { state: 'missing', text: w.t('learning.notAnswered') },
    })),
    submit: {
      action: submissionUrl(attempt.id),
      label: missing === 0 ? all : w.t('learning.handInWithout', { count: missing }),
      fields: { unanswered: String(missing) },
    },
  }
}
