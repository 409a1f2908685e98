import type { CourseDocument, ModuleDocument, Outcome, StepDocument } from '#courses/course.ts'
import { fillLocal } from '#courses/local.ts'
import type { Fault, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { courseUrl, exerciseUrl, pageUrl, quizUrl, stepUrl } from './addresses.ts'
import type { LocalValues } from './find-local.ts'
import { stepIn } from './module.ts'
import type { ModuleProgress } from './progress.ts'
import { choiceBefore, isEnded } from './situation.ts'
import type { StepTaken } from './situation-store.ts'

/** One step of a situation: a scene with choices, or an ending. */
export interface StepPage {
  title: string
  module: string
  situation: string
  /** Only on the first step. */
  introHtml: string | null
  /** What the choice just made led to; null when none was. */
  feedback: { choice: string; feedbackHtml: string } | null
  bodyHtml: string
  /** Buttons, each sending its place as `choice`. None on an ending. */
  choices: readonly { id: string; value: string; label: string }[]
  action: string
  faults: readonly Fault[]
  /** `first`: it ended badly, and trying again comes before going on. */
  ending: { state: State; again: string; first: boolean } | null
  /** Going on, once an ending has been reached. */
  onwards: { url: string; label: string } | null
  course: string
}

export const stepPage = page<StepPage>('learning/step')

export function toStepPage(
  { course, module, step }: { course: CourseDocument; module: ModuleDocument; step: StepDocument },
  of: { taken: readonly StepTaken[]; progress: ModuleProgress; local: LocalValues; refused?: boolean; w: Words },
): StepPage {
  const { taken, progress, local, refused = false, w } = of
  const { language } = w
  const at = { courseId: course.id, moduleId: module.id }
  const situation = module.situation as NonNullable<ModuleDocument['situation']>
  const first = situation.steps[0] as StepDocument
  const fill = (html: string) => fillLocal(html, course, language, local)
  return {
    title: step.title[language],
    module: module.title[language],
    situation: w.t('learning.situationOf', { title: situation.title[language] }),
    introHtml: step === first ? fill(situation.introHtml[language]) : null,
    feedback: feedbackOf(module, taken, step, w, fill),
    bodyHtml: fill(step.html[language]),
    choices: step.choices.map(({ label }, place) => ({
      id: place === 0 ? 'choice' : `choice-${place}`,
      value: String(place),
      label: label[language],
    })),
    action: stepUrl(at, step.id),
    faults: refused ? [{ name: 'choice', text: w.t('learning.chooseOne') }] : [],
    ending:
      step.outcome === null
        ? null
        : { state: outcomeState(step.outcome, w), again: stepUrl(at, first.id), first: step.outcome === 'bad' },
    onwards: isEnded(taken) ? onwardsFrom(at, progress, w) : null,
    course: courseUrl(course.id),
  }
}

function feedbackOf(
  module: ModuleDocument,
  taken: readonly StepTaken[],
  step: StepDocument,
  { language }: Words,
  fill: (html: string) => string,
): StepPage['feedback'] {
  const last = choiceBefore(taken, step.id)
  const choice = last ? stepIn(module, last.stepId).choices[last.choice] : undefined
  return choice ? { choice: choice.label[language], feedbackHtml: fill(choice.feedbackHtml[language]) } : null
}

const stateOfOutcome = { good: 'passed', fair: 'open', bad: 'failed' } as const

const outcomeState = (outcome: Outcome, w: Words): State => ({
  state: stateOfOutcome[outcome],
  text: w.t(`learning.outcome.${outcome}`),
})

function onwardsFrom(at: { courseId: string; moduleId: string }, progress: ModuleProgress, w: Words) {
  if (progress.passed) return { url: courseUrl(at.courseId), label: w.t('learning.toCourse') }
  const unread = progress.unread[0]
  if (unread !== undefined) return { url: pageUrl(at, unread), label: w.t('learning.toUnread') }
  if (progress.exercise === 'to-do') return { url: exerciseUrl(at), label: w.t('learning.toExercise') }
  return { url: quizUrl(at), label: w.t('learning.toQuiz') }
}
