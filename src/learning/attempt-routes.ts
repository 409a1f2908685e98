import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { found } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { askedByHtmx, seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { questionUrl, resultUrl, reviewUrl } from './addresses.ts'
import { readChoice } from './answer.ts'
import { answersOf, getOwnAttempt } from './attempt-store.ts'
import { findLocal } from './find-local.ts'
import { revisionOf } from './find-standing.ts'
import { readSent, readWay } from './forms.ts'
import { moduleIn, questionsAsked } from './module.ts'
import { questionPage, type RefusedAnswer, savedText, toQuestionPage } from './question-pages.ts'
import { saveAnswer } from './save-answer.ts'

interface QuestionUrl {
  Params: { id: string; n: string }
}

/** The questions of an attempt, one a page, each answer saved as it is given. */
export const attemptRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get<QuestionUrl>('/attempts/:id/questions/:n', asks('useOwn'), async (request, reply) => {
      const asked = await askedOf(house, request)
      if (asked.attempt.submittedAt) return seeOther(reply, resultUrl(asked.attempt.id))
      return questionPage(reply, await questionOf(house, request, asked))
    })

    app.post<QuestionUrl>('/attempts/:id/questions/:n', asks('useOwn'), async (request, reply) => {
      const asked = await askedOf(house, request)
      const { attempt, question, order, n } = asked
      if (attempt.submittedAt) return seeOther(reply, resultUrl(attempt.id))

      const w = wordsIn(languageOf(request))
      const sent = readSent(request.body) ?? ['?']
      const read = readChoice(question, order, sent)
      if (!read.ok && askedByHtmx(request)) return say(reply, w.t(read.fault))
      if (!read.ok)
        return questionPage(reply, await questionOf(house, request, asked, { sent, fault: read.fault }), 422)

      const { choice } = read
      const savedAt = await inWork(house, actorOf(request), async (work) => {
        const saved = await saveAnswer(work, attempt, { questionId: question.id, choice })
        return saved ? work.at : null
      })
      if (choice && !savedAt) return seeOther(reply, resultUrl(attempt.id))
      if (askedByHtmx(request))
        return say(reply, savedAt && choice ? savedText(savedAt, w) : w.t('learning.notAnswered'))
      return seeOther(reply, afterQuestion(attempt.id, n, attempt.asked.length, readWay(request.body)))
    })
  }

function afterQuestion(attemptId: string, n: number, count: number, way: 'previous' | 'review' | null): string {
  if (way === 'previous' && n > 1) return questionUrl(attemptId, n - 1)
  return way === null && n < count ? questionUrl(attemptId, n + 1) : reviewUrl(attemptId)
}

/** Our own words for the status line, and nothing else of the page. */
const say = (reply: FastifyReply, text: string) => reply.type('text/html; charset=utf-8').send(text)

/** The actor's attempt and the question at this address. Refuses: not-found, also for another's attempt. */
async function askedOf(house: House, request: FastifyRequest<QuestionUrl>) {
  const attempt = await getOwnAttempt(house.db, actorOf(request).personId, request.params.id)
  const { document: course } = await revisionOf(house.db, attempt)
  const module = moduleIn(course, attempt.moduleId)
  const n = /^\d{1,3}$/.test(request.params.n) ? Number(request.params.n) : 0
  const question = found(questionsAsked(module, attempt.asked)[n - 1], 'question')
  const { order } = found(attempt.asked[n - 1], 'question')
  return { attempt, course, module, n, question, order }
}

type Asked = Awaited<ReturnType<typeof askedOf>>

async function questionOf(house: House, request: FastifyRequest, asked: Asked, refused?: RefusedAnswer) {
  const answers = await answersOf(house.db, asked.attempt.id)
  const w = wordsIn(languageOf(request))
  const { personId } = asked.attempt
  const local = await findLocal(house, asked.question.html, { personId, language: w.language })
  return toQuestionPage(asked, { n: asked.n, answers, local, ...(refused ? { refused } : {}), w })
}
