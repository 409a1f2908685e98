import { type Outcome, outcomes } from './course.ts'
import type { Note } from './faults.ts'

export interface StepDraft {
  id: string
  line: number
  title: string
  html: string
  choices: readonly ChoiceDraft[]
  outcome: Outcome | null
}

export interface ChoiceDraft {
  line: number
  label: string
  feedbackHtml: string
  /** Empty when it leads nowhere, which is noted. */
  to: string
}

const leastSteps = 6

/** Every choice leads somewhere, every step is reached from the first, every step can reach an ending, every outcome is there. */
export function lintPaths(steps: readonly StepDraft[], note: Note): void {
  if (steps.length < leastSteps) note(1, 'tooFewSteps', { has: steps.length, needs: leastSteps })
  for (const outcome of outcomes)
    if (!steps.some((step) => step.outcome === outcome)) note(1, 'outcomeMissing', { outcome })

  const byId = new Map(steps.map((step) => [step.id, step]))
  for (const { choices } of steps)
    for (const { line, label, to } of choices)
      if (to !== '' && !byId.has(to)) note(line, 'unknownTarget', { text: label, to })

  const [start] = steps
  const reached = reachable(start ? [start.id] : [], (id) => byId.get(id)?.choices.map((choice) => choice.to) ?? [])
  const waysIn = Map.groupBy(
    steps.flatMap((step) => step.choices.map((choice) => ({ from: step.id, to: choice.to }))),
    (way) => way.to,
  )
  const endings = steps.filter((step) => step.outcome !== null).map((step) => step.id)
  const leadsOut = reachable(endings, (id) => waysIn.get(id)?.map((way) => way.from) ?? [])
  for (const { id, line, choices } of steps) {
    if (!reached.has(id)) note(line, 'unreachable', { id })
    if (choices.length > 0 && !leadsOut.has(id)) note(line, 'noWayOut', { id })
  }
}

function reachable(from: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const reached = new Set(from)
  for (const id of reached) for (const to of next(id)) reached.add(to)
  return reached
}
