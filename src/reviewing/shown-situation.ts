import type { Outcome } from '#courses/course.ts'
import type { SituationDraft } from '#courses/situation.ts'
import type { State } from '#web/parts.ts'
import type { Words } from '#web/words.ts'

/** A situation with all its ways at once. */
export interface ShownSituation {
  introHtml: string
  steps: readonly ShownStep[]
}

interface ShownStep {
  id: string
  title: string
  bodyHtml: string
  /** Set on an ending. */
  ending: State | null
  choices: readonly { label: string; feedbackHtml: string; to: { url: string; label: string } }[]
}

const stateOfOutcome = { good: 'passed', fair: 'open', bad: 'failed' } as const

/** `inPage`: how HTML of the course is put into the page. */
export function toShownSituation(
  { introHtml, steps }: SituationDraft,
  inPage: (html: string) => string,
  w: Words,
): ShownSituation {
  const titles = new Map(steps.map(({ id, title }) => [id, title]))
  const stateOf = (outcome: Outcome): State => ({
    state: stateOfOutcome[outcome],
    text: w.t(`reviewing.outcome.${outcome}`),
  })
  return {
    introHtml: inPage(introHtml),
    steps: steps.map(({ id, title, html, choices, outcome }) => ({
      id: stepId(id),
      title,
      bodyHtml: inPage(html),
      ending: outcome && stateOf(outcome),
      choices: choices.map(({ label, feedbackHtml, to }) => ({
        label,
        feedbackHtml: inPage(feedbackHtml),
        to: { url: `#${stepId(to)}`, label: titles.get(to) ?? to },
      })),
    })),
  }
}

const stepId = (id: string) => `step-${id}`
