import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { found, Refusal } from '#base/refusal.ts'
import type { QuestionKind } from '#courses/course.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { townValues } from '#town/local-facts-store.ts'
import { askedByHtmx, seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { asksWriting } from '#web/signed-out-pages.ts'
import { type Words, wordsIn } from '#web/words.ts'
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
type Wanted =
  | { id: string }
  | { kind: QuestionKind }
  | { question: TwinQuestion; sent?: SentQuestion; refused?: readonly PlacedFault[] }

/** A question by form: a new one, and one that is there. */
export const questionRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get<NewUrl>(`${address}/new`, asks('writeCourse'), async (request, reply) => {
      const kind = kindIn(request.query.kind)
      if (kind) return show(request, reply, { kind })
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
      const before = await lookedAt(place)
      const { bases, sitting } = sent
      const saved = await inWork(house, actorOf(request), (work) =>
        saveQuestion(work, { place, question, bases, sitting, titles: quizTitles(before.looked) }),
      )
      const lacks = await countFaults(place, saved.id, wordsIn(languageOf(request)))
      if (askedByHtmx(request)) {
        const was = id === '' ? null : questionOf(before.quiz, before.looked, id)?.question
        // Answers of which several can be right are ticked in other boxes.
        if (was && was.kind !== question.kind) reply.header('hx-refresh', 'true')
        return confirm(request, reply, { ...saved, lacks })
      }
      leaveFlash(reply, saved.beside ? 'quizEditing.savedBeside' : 'quizEditing.saved', isSecure(house.config))
      // What is missing is told before the next one is begun.
      if (sent.act.kind === 'next' && lacks === 0 && !saved.beside) return seeOther(reply, url.newQuestionUrl(place))
      return seeOther(reply, `${url.questionUrl(place, saved.id)}${anchorOf(sent)}`)
    }

    async function lookedAt(place: url.QuizPlace) {
      const quiz = await findQuiz(house.db, place)
      return { quiz, looked: await lookAtQuiz(house, quiz) }
    }

    /** How much is wrong with a question as it stands now; 0 while it cannot be read. */
    async function countFaults(place: url.QuizPlace, id: string, w: Words): Promise<number> {
      const { quiz, looked } = await lookedAt(place)
      const there = questionOf(quiz, looked, id)
      return there?.question ? placedFaults(there.parts, w).length : 0
    }

    /** What a script is told of a save: when, and what the next one goes on from. */
    function confirm(
      request: FastifyRequest<ModuleUrl>,
      reply: FastifyReply,
      { bases, beside, lacks }: SavedQuestion & { lacks: number },
    ) {
      const w = wordsIn(languageOf(request))
      const time = w.time(house.clock().toISOString())
      const text =
        lacks === 0 ? w.t('quizEditing.savedAt', { time }) : w.t('quizEditing.savedLacks', { time, count: lacks })
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
      const typed = 'question' in wanted ? wanted : null
      const sources = looks?.da.sources ?? {}
      const has = { pages: quiz.pages.map((page) => page.id), sources: Object.keys(sources) }
      const blank = 'kind' in wanted ? blankQuestion(wanted.kind, has) : null
      const question = typed?.question ?? blank ?? (there?.question as TwinQuestion)
      const shown = looks && { place, looks, values: await townValues(house.db, w.language), w }
      const view = {
        quiz,
        question,
        sitting: typed?.sent?.sitting || house.newId(),
        bases: typed?.sent?.bases ?? quiz.bases,
        sources,
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
