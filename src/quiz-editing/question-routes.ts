import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { found, Refusal } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { townValues } from '#town/local-facts-store.ts'
import { askedByHtmx, seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { asksWriting } from '#web/signed-out-pages.ts'
import { wordsIn } from '#web/words.ts'
import * as url from './addresses.ts'
import { rowAfter, withRows } from './answer-rows.ts'
import { type PlacedFault, placedFaults } from './fault-places.ts'
import { questionOf } from './find-question.ts'
import { findQuiz, lookAtQuiz, quizTitles } from './find-quiz.ts'
import { bodyLimit, kindIn, readQuestionForm, type SentQuestion, writtenFields } from './forms.ts'
import { kindPage, textOnlyPage, toKindPage, toTextOnlyPage } from './other-pages.ts'
import { questionFormPage, toQuestionFormPage } from './question-pages.ts'
import { refusedIn } from './refused-question.ts'
import { type SavedQuestion, saveQuestion } from './save-question.ts'
import { toShownQuestion } from './shown-question.ts'
import { blankQuestion, type TwinQuestion } from './twin-question.ts'

interface ModuleUrl {
  Params: { course: string; module: string }
}
interface NewUrl extends ModuleUrl {
  Querystring: { kind?: string }
}
interface QuestionUrl {
  Params: ModuleUrl['Params'] & { question: string }
}

const address = '/authoring/:course/modules/:module/questions'

/** What was typed survives a sign-in that ran out. */
const writing = { ...asksWriting('writeCourse', writtenFields), bodyLimit }

/** What is to be shown: a question that is there; a new one; or what somebody sent that was refused. */
type Wanted = { id: string } | { question: TwinQuestion; sent?: SentQuestion; refused?: readonly PlacedFault[] }

/** A question by form: a new one, and one that is there. */
export const questionRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get<NewUrl>(`${address}/new`, asks('writeCourse'), async (request, reply) => {
      const kind = kindIn(request.query.kind)
      if (kind) return show(request, reply, { question: blankQuestion(kind) })
      const quiz = await findQuiz(house.db, placeOf(request))
      return kindPage(reply, toKindPage(quiz, wordsIn(languageOf(request))))
    })

    app.post<ModuleUrl>(`${address}/new`, writing, (request, reply) => save(request, reply, ''))

    app.get<QuestionUrl>(`${address}/:question`, asks('writeCourse'), (request, reply) =>
      show(request, reply, { id: request.params.question }),
    )

    app.post<QuestionUrl>(`${address}/:question`, writing, (request, reply) =>
      save(request, reply, request.params.question),
    )

    async function save(request: FastifyRequest<ModuleUrl>, reply: FastifyReply, id: string) {
      const sent = readQuestionForm(request.body, id)
      if (!sent) throw new Refusal('conflict', 'no form of ours')
      const question = withRows(sent.question, sent.act)
      const refused = refusedIn(sent, wordsIn(languageOf(request)))
      if (refused.length > 0) return show(request, reply, { question, sent, refused })

      const place = placeOf(request)
      const titles = quizTitles(await lookAtQuiz(house, await findQuiz(house.db, place)))
      const { bases, sitting } = sent
      const saved = await inWork(house, actorOf(request), (work) =>
        saveQuestion(work, { place, question, bases, sitting, titles }),
      )
      if (askedByHtmx(request)) return confirm(request, reply, saved)
      leaveFlash(reply, saved.beside ? 'quizEditing.savedBeside' : 'quizEditing.saved', isSecure(house.config))
      return seeOther(reply, `${url.questionUrl(place, saved.id)}${anchorOf(sent)}`)
    }

    /** What a script is told of a save: when, and what the next one goes on from. */
    function confirm(request: FastifyRequest<ModuleUrl>, reply: FastifyReply, { bases, beside }: SavedQuestion) {
      const w = wordsIn(languageOf(request))
      const text = w.t('quizEditing.savedAt', { time: w.time(house.clock().toISOString()) })
      const versions = beside
        ? { url: url.versionsUrl(placeOf(request), 'da'), text: w.t('quizEditing.savedBesideShort') }
        : null
      return reply.viewAsync('quiz-editing/_saved', { saved: { text, bases, versions } })
    }

    /** With the form of a question; with its text where no form can hold it. Refuses: not-found. */
    async function show(request: FastifyRequest<ModuleUrl>, reply: FastifyReply, wanted: Wanted) {
      const w = wordsIn(languageOf(request))
      const place = placeOf(request)
      const quiz = await findQuiz(house.db, place)
      const looked = await lookAtQuiz(house, quiz)
      const { looks } = looked
      const id = 'id' in wanted ? wanted.id : null
      if (id !== null && looked.refused === 'too-large')
        return textOnlyPage(reply, toTextOnlyPage(quiz, id, 'unread', w))

      const there = id === null ? null : found(questionOf(quiz, looked, id), 'question')
      if (id !== null && there?.why) return textOnlyPage(reply, toTextOnlyPage(quiz, id, there.why, w))
      const typed = 'id' in wanted ? null : wanted
      const question = typed?.question ?? (there?.question as TwinQuestion)
      const shown = looks && { place, looks, values: await townValues(house.db, w.language), w }
      const view = {
        quiz,
        question,
        sitting: typed?.sent?.sitting || house.newId(),
        bases: typed?.sent?.bases ?? quiz.bases,
        sources: looks?.da.sources ?? {},
        faults: there?.question ? placedFaults(there.parts, w) : [],
        refused: typed?.refused ?? [],
        notice: looked.refused && ({ kind: 'warn', text: w.t(`reader.refused.${looked.refused}`) } as const),
        shown: shown && question.id !== '' ? toShownQuestion(question.id, shown) : null,
      }
      return questionFormPage(reply, toQuestionFormPage(view, w), typed?.refused ? 422 : 200)
    }
  }

const placeOf = ({ params }: FastifyRequest<ModuleUrl>): url.QuizPlace => ({
  courseId: params.course,
  moduleId: params.module,
})

/** To the answer that a button was pressed at. */
function anchorOf({ act, question }: SentQuestion): string {
  const at = rowAfter(act, question.answers.length)
  return at === null ? '' : `#answer-${at}`
}
