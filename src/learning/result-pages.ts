import { cardUrl } from '#cards/addresses.ts'
import type { CourseDocument, ModuleDocument, QuestionDocument } from '#courses/course.ts'
import { fillLocal } from '#courses/local.ts'
import type { Button, Notice, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { attemptsUrl, courseUrl, pageUrl } from './addresses.ts'
import { answerTexts, feedbackOn } from './answer-text.ts'
import type { Attempt } from './attempt.ts'
import type { Answer } from './attempt-store.ts'
import type { LocalValues } from './find-local.ts'
import { isRight, keyOf, rightNeeded } from './marking.ts'
import { moduleIn, questionsAsked } from './module.ts'
import { type CourseProgress, type ModuleProgress, nextOf } from './progress.ts'
import { addressOf } from './way.ts'

/** An attempt that is handed in. */
export interface ResultPage {
  title: string
  module: string
  state: State
  score: string
  /** Why it was not passed, in words. */
  reasons: readonly string[]
  /** Must-questions that were missed. */
  missed: readonly string[]
  /** Said when changed pages are all read again: nothing new is issued. */
  back: Notice | null
  /** How often one may still try, or until when there is a pause. */
  again: string | null
  start: Button | null
  next: { url: string; label: string } | null
  /** The module's help card, once it is passed. */
  card: { url: string; label: string } | null
  questions: readonly ResultQuestion[]
  course: string
}

export interface ResultQuestion {
  title: string
  state: State
  must: boolean
  /** The answer is things in an order. */
  ordered: boolean
  /** Her own answer; null when there was none. */
  answer: readonly string[] | null
  feedback: readonly { lineHtml: string }[]
  /** The right answer: only when the attempt passed, or the questions would be known to all after three attempts. */
  key: readonly string[] | null
  explanationHtml: string
  taught: { url: string; label: string }
  sources: readonly { title: string; url: string | null }[]
}

export const resultPage = page<ResultPage>('learning/result')

export interface ResultFacts {
  course: CourseDocument
  module: ModuleDocument
  attempt: Attempt
  answers: ReadonlyMap<string, Answer>
  progress: CourseProgress
  /** Of the certificate that the enrolment earned. */
  certificate: string | null
  local: LocalValues
}

export function toResultPage(
  { course, module, attempt, answers, progress, certificate, local }: ResultFacts,
  w: Words,
): ResultPage {
  const passed = attempt.passedAt !== null
  const right = attempt.rightCount ?? 0
  const count = attempt.asked.length
  const needed = rightNeeded(count, module.quiz.pass)
  const questions = questionsAsked(module, attempt.asked)
  const missed = questions.filter((question) => question.must && !isRight(question, answers.get(question.id)?.choice))
  const here = progress.modules.find((one) => one.moduleId === module.id) as ModuleProgress
  const way = passed ? wayOn(course, progress, certificate, w) : wayBack(course, here, w)
  return {
    title: passed ? w.t('learning.passedTitle') : w.t('learning.failedTitle'),
    module: module.title[w.language],
    state: passed
      ? { state: 'passed', text: w.t('learning.passed') }
      : { state: 'failed', text: w.t('learning.failed') },
    score: w.t('learning.score', { right, of: count }),
    reasons: [
      ...(right < needed ? [w.t('learning.tooFew', { needed })] : []),
      ...(missed.length > 0 ? [w.t('learning.missedMusts', { count: missed.length })] : []),
    ],
    missed: missed.map((question) => question.title[w.language]),
    back: passed && progress.passed && attempt.renews !== null ? backNotice(w) : null,
    ...way,
    card: passed && module.card ? { url: cardUrl(course.id, module.id), label: w.t('learning.getCard') } : null,
    questions: questions.map((question) => resultOf(course, module, question, { passed, answers, local, w })),
    course: courseUrl(course.id),
  }
}

const backNotice = (w: Words): Notice => ({
  kind: 'good',
  title: w.t('rereading.back'),
  text: w.t('rereading.backText'),
})

type Way = Pick<ResultPage, 'again' | 'start' | 'next'>

function wayOn(course: CourseDocument, progress: CourseProgress, certificate: string | null, w: Words): Way {
  const none = { again: null, start: null }
  if (certificate !== null)
    return { ...none, next: { url: `/certificates/${certificate}`, label: w.t('learning.seeCertificate') } }
  if (!progress.next) return { ...none, next: { url: courseUrl(course.id), label: w.t('learning.toCourse') } }
  const { title } = moduleIn(course, progress.next.moduleId)
  const label = w.t('learning.goOn', { module: title[w.language] })
  return { ...none, next: { url: addressOf(course.id, progress.next), label } }
}

function wayBack(course: CourseDocument, here: ModuleProgress, w: Words): Way {
  const next = nextOf(here)
  const at = { courseId: course.id, moduleId: here.moduleId }
  if (next === null)
    return {
      again: w.t('learning.passedSince'),
      start: null,
      next: { url: courseUrl(course.id), label: w.t('learning.toCourse') },
    }
  if (next.kind === 'quiz' || next.kind === 'attempt') {
    const label = next.kind === 'quiz' ? w.t('learning.tryAgain') : w.t('learning.resumeQuiz')
    return {
      again: w.t('learning.triesLeft', { count: here.tries.left }),
      start: { action: attemptsUrl(at), label },
      next: null,
    }
  }
  const until = here.tries.pausedUntil
  const again = [
    ...(until === null ? [] : [w.t('learning.pauseUntil', { time: w.time(until) })]),
    ...(here.unread.length > 0 ? [w.t('learning.readMeanwhile')] : []),
  ]
  const label = next.kind === 'pause' ? w.t('learning.toQuiz') : w.t('learning.readAgain')
  return { again: again.join(' '), start: null, next: { url: addressOf(course.id, next), label } }
}

function resultOf(
  course: CourseDocument,
  module: ModuleDocument,
  question: QuestionDocument,
  { passed, answers, local, w }: Pick<ResultFacts, 'answers' | 'local'> & { passed: boolean; w: Words },
): ResultQuestion {
  const { language } = w
  const choice = answers.get(question.id)?.choice
  const right = isRight(question, choice)
  const fill = (html: string) => fillLocal(html, course, language, local)
  const page = module.pages.find((one) => one.id === question.pageId)
  return {
    title: question.title[language],
    state: right ? { state: 'right', text: w.t('learning.right') } : { state: 'wrong', text: w.t('learning.wrong') },
    must: question.must,
    ordered: question.kind === 'order',
    answer: choice ? answerTexts(question, choice, language) : null,
    feedback: choice ? feedbackOn(question, choice, language).map((html) => ({ lineHtml: fill(html) })) : [],
    key: passed && !right ? answerTexts(question, keyOf(question), language) : null,
    explanationHtml: fill(question.explanationHtml[language]),
    taught: {
      url: pageUrl({ courseId: course.id, moduleId: module.id }, question.pageId),
      label: page?.title[language] ?? question.pageId,
    },
    sources: question.sources.flatMap((id) => module.sources[id] ?? []),
  }
}
