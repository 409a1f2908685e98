import { joinQuestion } from '#courses/join-twins.ts'
import { fillLocal } from '#courses/local.ts'
import { pictureAddress } from '#courses/pictures.ts'
import { placesOf, questionForLearner } from '#courses/question-for-learner.ts'
import type { Twin } from '#courses/twins.ts'
import { type Answers, answersFor } from '#learning/question-pages.ts'
import type { FileLook } from '#reader/look-at.ts'
import type { Fault } from '#web/parts.ts'
import type { Words } from '#web/words.ts'
import { courseUrl, type QuizPlace } from './addresses.ts'

/** A question as learners are asked it (views/learning/_answers.eta). */
export interface ShownQuestion {
  question: string
  bodyHtml: string
  how: string
  answers: Answers
  faults: readonly Fault[]
}

/** Null while it says too little to be asked; `values`: what the town says for the local facts of the course. */
export function toShownQuestion(
  id: string,
  {
    place,
    looks,
    values,
    w,
  }: { place: QuizPlace; looks: Twin<FileLook>; values: Readonly<Record<string, string>>; w: Words },
): ShownQuestion | null {
  const [da, en] = [looks.da, looks.en].map(({ questions }) => questions?.find((question) => question.id === id))
  if (!da || da.unread) return null
  const twin = en && !en.unread && en.kind === da.kind ? { da, en } : { da, en: da }
  const question = joinQuestion(twin)
  const shown = questionForLearner(question, w.language, placesOf(question))
  const html = fillLocal(shown.html, looks.da, w.language, values)
  return {
    question: shown.title,
    bodyHtml: html.replaceAll(pictureAddress(place.moduleId, ''), `${courseUrl(place)}/pictures/${place.moduleId}/`),
    how: w.t(`learning.how.${shown.kind}`),
    answers: answersFor(shown, [], w),
    faults: [],
  }
}
