import type { CourseDocument, ModuleDocument } from '#courses/course.ts'
import { countOneRight, longestShare, placeShare } from './bank.ts'
import type { CourseText } from './course-text.ts'
import type { Remark } from './remark.ts'

const leastQuestions = 24
const leastApplied = 1 / 3
const leastKinds = 4
const mostLongest = 0.4
const mostInPlace = 0.5
/** Fewer say nothing about habits. */
const enough = 8

/** What may be said of a module's questions: too few, too bookish, or a right answer given away by its length or its place. */
export function bankRemarks({ folder }: CourseText, { id, questions }: ModuleDocument): Remark[] {
  const at = { file: `${folder.path}/${id}/da/quiz.md`, line: 1 }
  const has = questions.length
  const applied = questions.filter((question) => question.applied).length
  const judged = countOneRight(questions) >= enough
  const [longest, place] = [longestShare(questions), placeShare(questions)]
  const percent = (share: number) => Math.round(share * 100)
  return [
    ...(has < leastQuestions ? [{ ...at, code: 'fewQuestions' as const, values: { has, least: leastQuestions } }] : []),
    ...(applied < has * leastApplied ? [{ ...at, code: 'fewApplied' as const, values: { applied, has } }] : []),
    ...(judged && longest > mostLongest
      ? [{ ...at, code: 'longestIsRight' as const, values: { percent: percent(longest), most: percent(mostLongest) } }]
      : []),
    ...(judged && place > mostInPlace
      ? [{ ...at, code: 'samePlaceIsRight' as const, values: { percent: percent(place), most: percent(mostInPlace) } }]
      : []),
  ]
}

/** A course asks in at least four ways. */
export function kindRemarks({ folder }: CourseText, { modules }: CourseDocument): Remark[] {
  const kinds = new Set(modules.flatMap((module) => module.questions.map((question) => question.kind)))
  if (kinds.size >= leastKinds) return []
  return [
    { file: `${folder.path}/course.yaml`, line: 1, code: 'fewKinds', values: { has: kinds.size, least: leastKinds } },
  ]
}
