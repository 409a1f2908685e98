import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { found } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { wordsIn } from '#web/words.ts'
import { questionsUrl } from './addresses.ts'
import { findQuiz } from './find-quiz.ts'
import { readBases } from './forms.ts'
import { removalPage, toRemovalPage } from './other-pages.ts'
import { titleIn } from './pages.ts'
import { partOf } from './quiz-changes.ts'
import { removeQuestion } from './remove-question.ts'

interface QuestionUrl {
  Params: { course: string; module: string; question: string }
}

const address = '/authoring/:course/modules/:module/questions/:question/removal'

/** Taking a question out, once one has been asked. */
export const removalRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get<QuestionUrl>(address, asks('writeCourse'), (request, reply) => show(request, reply))

    app.post<QuestionUrl>(address, asks('writeCourse'), async (request, reply) => {
      const bases = found(readBases(request.body), 'question')
      const id = request.params.question
      const done = await inWork(house, actorOf(request), (work) =>
        removeQuestion(work, placeOf(request), { id, bases }),
      )
      if (done === 'changed') return show(request, reply, true)
      leaveFlash(reply, 'quizEditing.removed', isSecure(house.config))
      return seeOther(reply, questionsUrl(placeOf(request)))
    })

    async function show(request: FastifyRequest<QuestionUrl>, reply: FastifyReply, changed = false) {
      const quiz = await findQuiz(house.db, placeOf(request))
      const id = request.params.question
      const part = found(partOf(quiz.forms.da, id) ?? partOf(quiz.forms.en, id), 'question')
      const of = { id, question: titleIn(part), changed }
      return removalPage(reply, toRemovalPage(quiz, of, wordsIn(languageOf(request))), changed ? 422 : 200)
    }
  }

const placeOf = ({ params }: FastifyRequest<QuestionUrl>) => ({ courseId: params.course, moduleId: params.module })
