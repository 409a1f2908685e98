import type { ModuleDocument, StepDocument } from '#courses/course.ts'
import { placesOf } from '#courses/question-for-learner.ts'
import type { Attempt } from '#learning/attempt.ts'
import { coursePage, toCoursePage } from '#learning/course-pages.ts'
import { keyOf } from '#learning/marking.ts'
import { learningPage, toLearningPage } from '#learning/pages.ts'
import { coursePassed, courseProgress, type Facts, type ModuleProgress, noFacts } from '#learning/progress.ts'
import { questionPage, toQuestionPage } from '#learning/question-pages.ts'
import { quizPage, toQuizPage } from '#learning/quiz-pages.ts'
import { readingPage, textOf, toReadingPage } from '#learning/reading-pages.ts'
import { resultPage, toResultPage } from '#learning/result-pages.ts'
import { reviewPage, toReviewPage } from '#learning/review-pages.ts'
import { stepPage, toStepPage } from '#learning/situation-pages.ts'
import type { Owed } from '#rereading/owed.ts'
import { trimmed } from '#rereading/trimmed.ts'
import { wordsIn } from '#web/words.ts'
import { exerciseCourse as course } from '../support/exercise-course.ts'
import { asRevision } from '../support/revision.ts'
import { tinyQuestions } from '../support/tiny-course.ts'
import { exerciseSamples } from './exercise-samples.ts'

const w = wordsIn('da')
const now = '2026-11-22T12:00:00.000Z'
const at = { moduleId: 'police', pageId: 'how', w }
const revision = asRevision(course)
const module = course.modules[0] as ModuleDocument

const marked = [{ moduleId: 'police', pageId: 'how' }]
const owed: Owed = { pages: marked, dueOn: '2026-12-10', countsTo: '2026-12-10', earnedIn: 'e0', from: 1 }
const short = trimmed(revision, marked).document

const tried = { id: 'a1', moduleId: 'police', number: 1, startedAt: now, submittedAt: now, passedAt: null }
const studied: Facts = {
  readings: module.pages.map(({ id }) => ({ moduleId: 'police', pageId: id, round: 0 })),
  ended: ['police'],
  exercised: [],
  tries: [],
}
const failed: Facts = { ...studied, tries: [1, 2, 3].map((number) => ({ ...tried, id: `a${number}`, number })) }
const passed: Facts = { ...studied, tries: [{ ...tried, passedAt: now }] }
const progressOf = (facts: Facts) => courseProgress(course, facts, now)
const policeIn = (facts: Facts) => progressOf(facts).modules[0] as ModuleProgress

const attempt: Attempt = {
  ...tried,
  enrolmentId: 'e1',
  personId: 'p1',
  courseId: course.id,
  revisionId: 'r1',
  renews: null,
  pages: null,
  asked: tinyQuestions.map((question) => ({ id: question.id, order: placesOf(question) })),
  rightCount: 2,
}
const answers = new Map(
  tinyQuestions.slice(1, 4).map((question) => [question.id, { choice: keyOf(question), answeredAt: now }]),
)
const asked = { course, module, attempt }
const answered = new Set(answers.keys())
const text = textOf(revision, 'police', 'how', 'da')
if (!text) throw new Error('the tiny course has no page "how"')

const requirement = { job: 'any', courseId: course.id, days: 30, countsFromOn: '2026-01-01', lastOn: null } as const
const due = { courseId: course.id, dueOn: '2026-12-22' }
const reason = { ...due, requirement, firstOn: '2026-11-22', because: 'job-began' } as const
const home = (facts: Facts, { renewal = false, owed = null }: { renewal?: boolean; owed?: Owed | null } = {}) => ({
  page: learningPage,
  model: toLearningPage(
    {
      courses: [{ revision, enrolment: null, progress: progressOf(facts), renewal, owed }],
      required: [{ ...due, venueId: 'v1', reason }],
      venues: new Map([['v1', 'Havnen']]),
      certificates: [],
      unseen: 2,
      codesLeft: 8,
      today: '2026-11-22',
    },
    w,
  ),
})
const step = (place: number, refused = false) => ({
  page: stepPage,
  model: toStepPage(
    { course, module, step: module.situation?.steps[place] as StepDocument },
    {
      taken:
        place === 0
          ? []
          : [{ stepId: 'start', choice: place - 1, nextStepId: place === 1 ? 'calm' : 'fight', ending: 'good' }],
      progress: policeIn(noFacts),
      local: {},
      refused,
      w,
    },
  ),
})
const whole = {
  ...{ course, started: true, renewal: false, certificate: null, spent: null, groundwork: [], unfilled: [] },
  ...{ owed: null, back: null, signOffs: [], today: '2026-11-22' },
}
const groundwork = [true, false].map((held) => ({ courseId: course.id, title: course.title, held }))
const result = { ...asked, answers, certificate: null, local: {} }

export const samples = [
  ...exerciseSamples,
  home(noFacts),
  home(studied, { renewal: true }),
  home(noFacts, { owed }),
  home(noFacts, { owed: { ...owed, dueOn: '2026-11-01', countsTo: '2026-11-01' } }),
  {
    page: learningPage,
    model: toLearningPage(
      { courses: [], required: [], certificates: [], venues: new Map(), unseen: 0, codesLeft: 0, today: '2026-11-22' },
      w,
    ),
  },
  {
    page: coursePage,
    model: toCoursePage(
      { ...whole, progress: progressOf(failed), renewal: true, groundwork, unfilled: ['Police number'] },
      w,
    ),
  },
  { page: coursePage, model: toCoursePage({ ...whole, progress: progressOf(passed), certificate: 'X', spent: 43 }, w) },
  {
    page: coursePage,
    model: toCoursePage({ ...whole, course: short, progress: courseProgress(short, noFacts, now), owed }, w),
  },
  {
    page: coursePage,
    model: toCoursePage({ ...whole, progress: progressOf(passed), back: { on: '2026-11-20', spent: 3 } }, w),
  },
  { page: readingPage, model: toReadingPage(revision, text, { ...at, progress: policeIn(noFacts), local: {} }) },
  { page: readingPage, model: toReadingPage(revision, text, { ...at, progress: policeIn(studied), local: {} }) },
  ...[step(0), step(0, true), step(1), step(2)],
  ...[noFacts, studied, failed, passed].map((facts) => ({
    page: quizPage,
    model: toQuizPage(course, module, policeIn(facts), w),
  })),
  ...tinyQuestions.map((_, index) => ({
    page: questionPage,
    model: toQuestionPage(asked, { n: index + 1, answers, local: {}, w }),
  })),
  {
    page: questionPage,
    model: toQuestionPage(asked, {
      n: 3,
      answers,
      local: {},
      refused: { sent: ['1', '', '1'], fault: 'learning.choiceUnfinished' },
      w,
    }),
  },
  { page: reviewPage, model: toReviewPage(module, attempt, { answered, refused: true, w }) },
  {
    page: reviewPage,
    model: toReviewPage(module, attempt, { answered: new Set(attempt.asked.map(({ id }) => id)), w }),
  },
  { page: resultPage, model: toResultPage({ ...result, progress: progressOf(failed) }, w) },
  {
    page: resultPage,
    model: toResultPage({ ...result, attempt: { ...attempt, passedAt: now }, progress: progressOf(passed) }, w),
  },
  {
    page: resultPage,
    model: toResultPage(
      {
        ...result,
        attempt: { ...attempt, renews: 'e0', passedAt: now },
        progress: coursePassed(course),
        certificate: 'X',
      },
      w,
    ),
  },
]
