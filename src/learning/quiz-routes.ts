import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { dayOf, instantOf } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { questionUrl, resultUrl } from './addresses.ts'
import { findStanding } from './find-standing.ts'
import { moduleIn } from './module.ts'
import { hasQuiz, modulePassed, moduleProgress, noFacts } from './progress.ts'
import { quizPage, toQuizPage } from './quiz-pages.ts'
import { startAttempt } from './start-attempt.ts'
import { factsOf } from './store.ts'

interface ModuleUrl {
  Params: { course: string; module: string }
}

/** Before a quiz, and its start. */
export const quizRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get<ModuleUrl>('/:course/:module/quiz', asks('useOwn'), async (request, reply) =>
      quizPage(reply, await quizOf(house, request)),
    )

    app.post<ModuleUrl>('/:course/:module/attempts', asks('useOwn'), async (request, reply) => {
      const { course: courseId, module: moduleId } = request.params
      const started = await inWork(house, actorOf(request), (work) =>
        startAttempt(work, { courseId, moduleId, chance: house.chance }),
      )
      if ('attemptId' in started) return seeOther(reply, questionUrl(started.attemptId, 1))
      if (started.passed) return seeOther(reply, resultUrl(started.passed.id))
      return quizPage(reply, await quizOf(house, request), 422)
    })
  }

async function quizOf(house: House, request: FastifyRequest<ModuleUrl>) {
  const { course: courseId, module: moduleId } = request.params
  const now = house.clock()
  const { revision, enrolment } = await findStanding(house.db, actorOf(request).personId, courseId, dayOf(now))
  const module = moduleIn(revision.document, moduleId)
  found(hasQuiz(module) || null, 'quiz')
  const facts = enrolment ? await factsOf(house.db, enrolment.id) : noFacts
  const counted = moduleProgress(module, facts, instantOf(now))
  const progress = enrolment?.completedAt ? { ...modulePassed(module), tries: counted.tries } : counted
  return toQuizPage(revision.document, module, progress, wordsIn(languageOf(request)))
}
