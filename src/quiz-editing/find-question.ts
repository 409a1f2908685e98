import type { Twin } from '#courses/twins.ts'
import { mostRows } from './answer-rows.ts'
import type { PartLooked } from './fault-places.ts'
import type { FoundQuiz, LookedAtQuiz } from './find-quiz.ts'
import { questionHeld } from './question-held.ts'
import { partOf } from './quiz-changes.ts'
import { joinTwin, type TwinQuestion } from './twin-question.ts'

/**
 * A question of a quiz as a form holds it. Otherwise why it can only be corrected as text: `strange`, there is something in it that no form has a
 * field for; `apart`, the two languages say questions that have nothing in common.
 */
export type FoundInForm =
  | { question: TwinQuestion; parts: Twin<PartLooked>; why: null }
  | { question: null; why: 'strange' | 'apart' }

/** Null when neither language has a question of this id. */
export function questionOf({ forms }: FoundQuiz, { looks }: LookedAtQuiz, id: string): FoundInForm | null {
  const parts = { da: partOf(forms.da, id), en: partOf(forms.en, id) }
  if (!parts.da && !parts.en) return null
  const found = { da: parts.da && questionHeld(parts.da), en: parts.en && questionHeld(parts.en) }
  if ((parts.da && !found.da) || (parts.en && !found.en)) return { question: null, why: 'strange' }
  const first = found.da ?? found.en
  const question = first && joinTwin({ da: first.question, en: found.en?.question ?? null })
  if (!question) return { question: null, why: 'apart' }
  if (question.answers.length > mostRows) return { question: null, why: 'strange' }
  const looked = (language: 'da' | 'en'): PartLooked => ({
    part: parts[language],
    found: found[language],
    faults: looks?.[language].faults ?? [],
  })
  return { question, parts: { da: looked('da'), en: looked('en') }, why: null }
}
