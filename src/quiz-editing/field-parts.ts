import type { InBoth, QuestionKind } from '#courses/course.ts'
import type { Language } from '#web/language.ts'
import type { Field } from '#web/parts.ts'
import type { Words } from '#web/words.ts'
import { mostAnswers } from './answer-rows.ts'
import type { PlacedFault } from './fault-places.ts'
import { isTicked } from './form-question.ts'
import { answerField, fieldOf, longest } from './forms.ts'
import type { TwinAnswer, TwinQuestion } from './twin-question.ts'

/** One answer, with the buttons that move it. */
export interface AnswerRow {
  id: string
  legend: string
  /** Its tick, for kinds whose answers are right or wrong. */
  tick: { type: 'radio' | 'checkbox'; value: string; chosen: boolean } | null
  fields: readonly Field[]
  up: string | null
  down: string | null
  remove: string | null
  number: string
}

export interface FieldsIn {
  question: TwinQuestion
  faults: readonly PlacedFault[]
  w: Words
}

/** A field of one language. The English ones show the Danish text they say in other words. */
export function fieldIn(
  { faults, w }: FieldsIn,
  language: Language,
  of: { name: string; text: InBoth; label: string; part: keyof typeof longest; rows?: number; hint?: string | null },
): Field {
  const name = fieldOf(of.name, language)
  const danish = of.text.da.trim()
  const said = danish === '' ? null : w.t('quizEditing.inDanish', { text: shortened(danish) })
  return {
    name,
    label: of.label,
    value: of.text[language],
    hint: language === 'en' ? said : (of.hint ?? null),
    fault: faultAt(faults, name),
    maxlength: longest[of.part],
    ...(of.rows === undefined ? {} : { type: 'textarea', rows: of.rows }),
  }
}

/** All that is wrong at one field, in one line. */
export const faultAt = (faults: readonly PlacedFault[], name: string): string | null =>
  faults.flatMap(({ field, text }) => (field === name ? [text] : [])).join(' ') || null

const shortened = (text: string) => (text.length > 300 ? `${text.slice(0, 300)}…` : text)

export function answerRows(of: FieldsIn): AnswerRow[] {
  const { kind, answers } = of.question
  const last = answers.length - 1
  // Answers to tick are shown in any order, and pairs as well.
  const isOrdered = kind === 'order'
  return answers.map((answer, at) => ({
    id: `answer-${at}`,
    legend: of.w.t(`quizEditing.answer.${kind === 'number' ? 'one' : kind}`, { n: at + 1 }),
    tick: tickOf(of.question, answer, at),
    fields: answerFields(of, answer, at, 'da'),
    up: isOrdered && at > 0 ? `up-${at}` : null,
    down: isOrdered && at < last ? `down-${at}` : null,
    remove: answers.length > 2 ? `remove-${at}` : null,
    number: String(at + 1),
  }))
}

/** With one right answer choosing another takes the tick away; where a text has several by mistake, each keeps its own. */
function tickOf({ kind, answers }: TwinQuestion, { right }: TwinAnswer, at: number): AnswerRow['tick'] {
  if (!isTicked(kind)) return null
  const isOne = kind === 'one' && answers.filter((answer) => answer.right).length < 2
  return { type: isOne ? 'radio' : 'checkbox', value: String(at), chosen: right }
}

export function answerFields(of: FieldsIn, answer: TwinAnswer, at: number, language: Language): Field[] {
  const { w, question } = of
  const field = (part: 'text' | 'match' | 'feedback', label: string) =>
    fieldIn(of, language, {
      name: answerField(at, part),
      text: answer[part],
      label,
      part: part === 'feedback' ? 'feedback' : 'answer',
      rows: 2,
    })
  const n = language === 'en' ? { n: at + 1 } : null
  if (question.kind === 'order') return [field('text', label(w, 'thing', n))]
  if (question.kind === 'match') return [field('text', label(w, 'left', n)), field('match', label(w, 'right', n))]
  return [field('text', label(w, 'text', n)), field('feedback', label(w, 'feedback', n))]
}

/** In the English part, where no box stands around an answer, the label says which it is. */
const label = (w: Words, part: 'thing' | 'left' | 'right' | 'text' | 'feedback', n: { n: number } | null) =>
  n ? `${n.n}: ${w.t(`quizEditing.${part}`)}` : w.t(`quizEditing.${part}`)

export const mayHaveMore = (kind: QuestionKind, rows: number) => rows < mostAnswers(kind)
