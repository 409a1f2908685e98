import type { Instant } from '#base/dates.ts'
import type { CourseDocument, ModuleDocument } from '#courses/course.ts'
import { judgeTries, type Tries, type Try } from './attempt.ts'

/** What has happened in one enrolment, as rows tell it. */
export interface Facts {
  readings: readonly { moduleId: string; pageId: string; round: number }[]
  /** Modules whose situation has reached an ending. */
  ended: readonly string[]
  /** Modules whose exercise has been passed. */
  exercised: readonly string[]
  tries: readonly Try[]
}

export const noFacts: Facts = { readings: [], ended: [], exercised: [], tries: [] }

export interface ModuleProgress {
  moduleId: string
  /** Pages still to be read in this round, in order. */
  unread: readonly string[]
  pageCount: number
  situation: 'none' | 'to-do' | 'ended'
  exercise: 'none' | 'to-do' | 'passed'
  /** Without one the module is passed when everything else is done. */
  quiz: boolean
  tries: Tries
  /** From 0 to 1; 1 only when the module is passed. */
  share: number
  minutesLeft: number
  passed: boolean
}

/** The next thing to do. A pause is what remains when nothing else can be done before it is over. */
export type Next =
  | { kind: 'page'; moduleId: string; pageId: string }
  | { kind: 'situation'; moduleId: string }
  | { kind: 'exercise'; moduleId: string }
  | { kind: 'quiz'; moduleId: string }
  | { kind: 'attempt'; moduleId: string; attemptId: string }
  | { kind: 'pause'; moduleId: string; until: Instant }

export interface CourseProgress {
  modules: readonly ModuleProgress[]
  /** Null when every module is passed. */
  next: Next | null
  share: number
  minutesLeft: number
  passed: boolean
}

export function courseProgress(course: CourseDocument, facts: Facts, now: Instant): CourseProgress {
  const modules = course.modules.map((module) => moduleProgress(module, facts, now))
  const steps = modules.map(nextOf).filter((step) => step !== null)
  const minutes = course.modules.reduce((sum, module) => sum + module.minutes, 0)
  const done = course.modules.reduce((sum, module, place) => sum + module.minutes * (modules[place]?.share ?? 0), 0)
  return {
    modules,
    next: steps.find((step) => step.kind !== 'pause') ?? steps[0] ?? null,
    share: minutes === 0 ? 0 : done / minutes,
    minutesLeft: modules.reduce((sum, module) => sum + module.minutesLeft, 0),
    passed: modules.every((module) => module.passed),
  }
}

/** A quiz takes about as long as this many pages, a situation or an exercise as one. */
const quizWeight = 3

export function moduleProgress(module: ModuleDocument, facts: Facts, now: Instant): ModuleProgress {
  const tries = judgeTries(triesIn(facts, module.id), module.quiz, now)
  const read = new Set(
    facts.readings.filter((one) => one.moduleId === module.id && one.round === tries.round).map((one) => one.pageId),
  )
  const quiz = hasQuiz(module)
  const toRead = module.pages.filter((page) => !read.has(page.id)).map((page) => page.id)
  const situation = module.situation === null ? 'none' : facts.ended.includes(module.id) ? 'ended' : 'to-do'
  const exercise = module.exercise === null ? 'none' : facts.exercised.includes(module.id) ? 'passed' : 'to-do'
  const weight = quiz ? quizWeight : 0
  const todo = toRead.length + countOf([situation, exercise], (part) => part === 'to-do')
  const passed = quiz ? tries.passed !== null : todo === 0
  const whole = module.pages.length + countOf([situation, exercise], (part) => part !== 'none') + weight
  const left = passed ? 0 : todo + weight
  return {
    moduleId: module.id,
    unread: passed ? [] : toRead,
    pageCount: module.pages.length,
    situation,
    exercise,
    quiz,
    tries,
    share: (whole - left) / whole,
    minutesLeft: Math.ceil((module.minutes * left) / whole),
    passed,
  }
}

export const hasQuiz = ({ questions }: Pick<ModuleDocument, 'questions'>): boolean => questions.length > 0

const countOf = <T>(parts: readonly T[], counts: (part: T) => boolean) => parts.filter(counts).length

/** How a module stands in an enrolment that is completed, without asking for its facts. */
export const modulePassed = (module: ModuleDocument): ModuleProgress => ({
  moduleId: module.id,
  unread: [],
  pageCount: module.pages.length,
  situation: module.situation === null ? 'none' : 'ended',
  exercise: module.exercise === null ? 'none' : 'passed',
  quiz: hasQuiz(module),
  tries: { passed: null, open: null, failed: [], round: 0, left: 0, pausedUntil: null },
  share: 1,
  minutesLeft: 0,
  passed: true,
})

/** The same of a whole course, whatever text of it is shown. */
export const coursePassed = (course: CourseDocument): CourseProgress => ({
  modules: course.modules.map(modulePassed),
  next: null,
  share: 1,
  minutesLeft: 0,
  passed: true,
})

const triesIn = (facts: Facts, moduleId: string) => facts.tries.filter((one) => one.moduleId === moduleId)

/** What comes next in one module, or null when it is passed. Pages are read during a pause: that is what it is for. */
export function nextOf({ moduleId, passed, tries, unread, situation, exercise }: ModuleProgress): Next | null {
  if (passed) return null
  if (tries.open) return { kind: 'attempt', moduleId, attemptId: tries.open.id }
  if (unread[0] !== undefined) return { kind: 'page', moduleId, pageId: unread[0] }
  if (situation === 'to-do') return { kind: 'situation', moduleId }
  if (exercise === 'to-do') return { kind: 'exercise', moduleId }
  if (tries.pausedUntil !== null) return { kind: 'pause', moduleId, until: tries.pausedUntil }
  return { kind: 'quiz', moduleId }
}
