import type { Outcome, StepDocument } from '#courses/course.ts'
import { fewest } from './concern.ts'

/** People who read a page, and those of them who went on from it. */
export interface PageFigures {
  read: number
  on: number
}

/** One or two may have been called to work. */
const noChance = 3

/** A quarter stop here: in a module of five pages only one in four would get through at that pace. */
export const manyStop = ({ read, on }: PageFigures): boolean =>
  read >= fewest && read - on >= noChance && (read - on) * 4 >= read

/** People by the way they chose on a step, in the order of its choices. */
export type StepFigures = readonly number[]

export const peopleOn = (ways: StepFigures): number => ways.reduce((sum, people) => sum + people, 0)

/** Fewer may well agree by chance. */
const enoughToAgree = 10

/** Everybody goes the same way: the other choices tempt nobody, and nothing is decided here. */
export const allGoOneWay = (step: StepDocument, ways: StepFigures): boolean =>
  step.choices.length > 1 && peopleOn(ways) >= enoughToAgree && ways.some((people) => people === peopleOn(ways))

export type EndingFigures = Readonly<Record<Outcome, number>>

/** More than half come to a bad end the first time. */
export const mostEndBadly = (endings: EndingFigures): boolean => {
  const people = endings.good + endings.fair + endings.bad
  return people >= fewest && endings.bad * 2 > people
}
