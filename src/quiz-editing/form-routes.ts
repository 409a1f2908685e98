import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { found } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { wordsIn } from '#web/words.ts'
import { lineId, type QuizPlace, questionsUrl } from './addresses.ts'
import { findQuiz, lookAtQuiz } from './find-quiz.ts'
import { readMove } from './forms.ts'
import { moveQuestion } from './move-question.ts'
import { questionsPage, toQuestionsPage } from './pages.ts'
import { questionRoutes } from './question-routes.ts'
import { removalRoutes } from './removal-routes.ts'

interface ModuleUrl {
  Params: { course: string; module: string }
}

const address = '/authoring/:course/modules/:module/questions'

/** The questions of a module by form: the list and its order, each of them, taking one out. */
export const formRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get<ModuleUrl>(address, asks('writeCourse'), async (request, reply) => {
      const quiz = await findQuiz(house.db, placeOf(request))
      const looked = await lookAtQuiz(house, quiz)
      return questionsPage(reply, toQuestionsPage({ quiz, looked }, wordsIn(languageOf(request))))
    })

    app.post<ModuleUrl>(`${address}/order`, asks('writeCourse'), async (request, reply) => {
      const [place, move] = [placeOf(request), found(readMove(request.body), 'question')]
      await inWork(house, actorOf(request), (work) => moveQuestion(work, place, move))
      leaveFlash(reply, 'quizEditing.moved', isSecure(house.config))
      return seeOther(reply, `${questionsUrl(place)}#${lineId(encodeURIComponent(move.id))}`)
    })

    await app.register(questionRoutes(house))
    await app.register(removalRoutes(house))
  }

const placeOf = ({ params }: FastifyRequest<ModuleUrl>): QuizPlace => ({
  courseId: params.course,
  moduleId: params.module,
})
