import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { instantOf } from '#base/dates.ts'
import { numberOfEnrolment } from '#certificates/store.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { resultUrl, reviewUrl } from './addresses.ts'
import type { Attempt } from './attempt.ts'
import { answersOf, getOwnAttempt } from './attempt-store.ts'
import { findLocal } from './find-local.ts'
import { revisionOf } from './find-standing.ts'
import { readUnanswered } from './forms.ts'
import { moduleIn } from './module.ts'
import { courseProgress } from './progress.ts'
import { resultPage, toResultPage } from './result-pages.ts'
import { reviewPage, toReviewPage } from './review-pages.ts'
import { factsOf } from './store.ts'
import { submitAttempt } from './submit-attempt.ts'

interface AttemptUrl {
  Params: { id: string }
}

/** Looking an attempt over, handing it in, and what came of it. */
export const resultRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const ownAttempt = (request: FastifyRequest<AttemptUrl>) =>
      getOwnAttempt(house.db, actorOf(request).personId, request.params.id)

    app.get<AttemptUrl>('/attempts/:id/review', asks('useOwn'), async (request, reply) => {
      const attempt = await ownAttempt(request)
      if (attempt.submittedAt) return seeOther(reply, resultUrl(attempt.id))
      const { module, answers } = await contentOf(house, attempt)
      const w = wordsIn(languageOf(request))
      return reviewPage(reply, toReviewPage(module, attempt, { answered: new Set(answers.keys()), w }))
    })

    app.post<AttemptUrl>('/attempts/:id/submission', asks('useOwn'), async (request, reply) => {
      const attempt = await ownAttempt(request)
      if (attempt.submittedAt) return seeOther(reply, resultUrl(attempt.id))
      const { module, answers } = await contentOf(house, attempt)
      const answered = new Set(answers.keys())
      if (attempt.asked.length - answered.size > readUnanswered(request.body)) {
        const w = wordsIn(languageOf(request))
        return reviewPage(reply, toReviewPage(module, attempt, { answered, refused: true, w }), 422)
      }
      await inWork(house, actorOf(request), (work) => submitAttempt(work, attempt.id))
      return seeOther(reply, resultUrl(attempt.id))
    })

    app.get<AttemptUrl>('/attempts/:id/result', asks('useOwn'), async (request, reply) => {
      const attempt = await ownAttempt(request)
      if (!attempt.submittedAt) return seeOther(reply, reviewUrl(attempt.id))
      const { course, module, answers } = await contentOf(house, attempt)
      const facts = await factsOf(house.db, attempt.enrolmentId)
      const progress = courseProgress(course, facts, instantOf(house.clock()))
      const certificate = progress.passed
        ? await numberOfEnrolment(house.db, attempt.renews ?? attempt.enrolmentId)
        : null
      const language = languageOf(request)
      const local = await findLocal(house, module.questions, { personId: attempt.personId, language })
      const model = { course, module, attempt, answers, progress, certificate, local }
      return resultPage(reply, toResultPage(model, wordsIn(language)))
    })
  }

async function contentOf(house: House, attempt: Attempt) {
  const { document: course } = await revisionOf(house.db, attempt)
  const answers = await answersOf(house.db, attempt.id)
  return { course, module: moduleIn(course, attempt.moduleId), answers }
}
