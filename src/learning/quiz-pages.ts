import type { CourseDocument, ModuleDocument } from '#courses/course.ts'
import type { Button, Fact, Notice } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { attemptsUrl, courseUrl, exerciseUrl, pageUrl, resultUrl, situationUrl } from './addresses.ts'
import { rightNeeded } from './marking.ts'
import type { ModuleProgress } from './progress.ts'

/** Before a quiz: what it asks for, and a button that starts it, or what is missing first. */
export interface QuizPage {
  title: string
  module: string
  facts: readonly Fact[]
  notice: Notice | null
  /** What has to be done first. */
  missing: readonly { url: string; label: string }[]
  start: Button | null
  /** The result of the attempt that passed. */
  result: string | null
  course: string
}

export const quizPage = page<QuizPage>('learning/quiz')

export function toQuizPage(
  course: CourseDocument,
  module: ModuleDocument,
  progress: ModuleProgress,
  w: Words,
): QuizPage {
  const { tries, passed, unread, situation, exercise } = progress
  const at = { courseId: course.id, moduleId: module.id }
  const pages = module.pages
    .filter(({ id }) => unread.includes(id))
    .map(({ id, title }) => ({ url: pageUrl(at, id), label: title[w.language] }))
  const scenes = situation === 'to-do' ? [{ url: situationUrl(at), label: situationLabel(module, w) }] : []
  const practice = exercise === 'to-do' ? [{ url: exerciseUrl(at), label: w.t('exercises.title') }] : []
  const missing = passed || tries.open ? [] : [...pages, ...scenes, ...practice]
  const ready = !passed && missing.length === 0 && tries.pausedUntil === null
  const label = tries.open ? w.t('learning.resumeQuiz') : w.t('learning.startQuiz')
  return {
    title: w.t('learning.quizOf', { module: module.title[w.language] }),
    module: module.title[w.language],
    facts: factsOfQuiz(module, progress, w),
    notice: noticeOf(progress, missing.length > 0, w),
    missing,
    start: ready ? { action: attemptsUrl(at), label } : null,
    result: tries.passed ? resultUrl(tries.passed.id) : null,
    course: courseUrl(course.id),
  }
}

const situationLabel = (module: ModuleDocument, w: Words) =>
  w.t('learning.situationOf', { title: module.situation?.title[w.language] ?? '' })

function factsOfQuiz({ quiz, questions }: ModuleDocument, { tries, passed }: ModuleProgress, w: Words): Fact[] {
  const count = Math.min(quiz.draw, questions.length)
  const musts = questions.filter((question) => question.must).length
  return [
    { term: w.t('learning.fact.questions'), text: w.number(count) },
    {
      term: w.t('learning.fact.needed'),
      text: w.t('learning.rightOf', { right: rightNeeded(count, quiz.pass), of: count }),
    },
    ...(musts > 0 ? [{ term: w.t('learning.fact.musts'), text: w.t('learning.musts', { count: musts }) }] : []),
    ...(passed || tries.pausedUntil !== null
      ? []
      : [{ term: w.t('learning.fact.tries'), text: w.t('learning.triesLeft', { count: tries.left }) }]),
    { term: w.t('learning.fact.saved'), text: w.t('learning.savedAsYouGo') },
  ]
}

function noticeOf({ passed, tries }: ModuleProgress, missing: boolean, w: Words): Notice | null {
  if (passed) return { kind: 'good', text: w.t('learning.quizPassed') }
  if (tries.open) return { kind: 'info', text: w.t('learning.quizOpen') }
  if (tries.pausedUntil !== null) {
    const text = w.t('learning.pauseUntil', { time: w.time(tries.pausedUntil) })
    return {
      kind: 'warn',
      title: w.t('learning.pause'),
      text: missing ? `${text} ${w.t('learning.readMeanwhile')}` : text,
    }
  }
  if (!missing) return null
  return { kind: 'info', text: tries.round > 0 ? w.t('learning.readAgainFirst') : w.t('learning.firstThis') }
}
