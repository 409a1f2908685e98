import type { FormQuestion } from './form-question.ts'
import { questionHeld } from './question-held.ts'
import { partWith, type QuizForm, type QuizPart } from './quiz-form.ts'
import { tidyQuestion } from './tidy-question.ts'

export const partOf = (form: QuizForm, id: string): QuizPart | null => form.parts.find((part) => part.id === id) ?? null

/**
 * A quiz with a question in it: in place of the one with its id, or behind the question named `after` (null: as the first), or at the end. A question
 * that is there and says the same stays as it is written, sign for sign.
 */
export function withQuestion(form: QuizForm, question: FormQuestion, after?: string | null): QuizForm {
  const at = form.parts.findIndex((part) => part.id === question.id)
  const there = form.parts[at]
  if (!there) return inserted(form, partWith(question, form.lineEnd), after)
  const before = questionHeld(there)?.question
  if (before && isSame(before, question)) return form
  const part = partWith({ ...question, written: before?.written ?? [] }, form.lineEnd, there.gap)
  return { ...form, parts: form.parts.with(at, part) }
}

function isSame(before: FormQuestion, now: FormQuestion): boolean {
  const [one, other] = [before, now].map((question) => tidyQuestion({ ...question, written: [] }))
  const names = Object.keys(one as FormQuestion) as (keyof FormQuestion)[]
  return names.every((name) => JSON.stringify(one?.[name]) === JSON.stringify(other?.[name]))
}

function inserted(form: QuizForm, part: QuizPart, after?: string | null): QuizForm {
  const { lineEnd } = form
  const known = form.parts.findIndex(({ id }) => id !== null && id === after)
  const at = known === -1 && after !== null ? form.parts.length : known + 1
  const before = form.parts[at - 1]
  if (!before)
    return {
      ...form,
      head: ended(form.head, lineEnd, 2),
      parts: [{ ...part, gap: form.parts.length > 0 ? lineEnd : '' }, ...form.parts],
    }
  const parts = form.parts.with(at - 1, {
    ...before,
    source: ended(before.source, lineEnd),
    gap: before.gap || lineEnd,
  })
  return { ...form, parts: parts.toSpliced(at, 0, { ...part, gap: at === form.parts.length ? before.gap : lineEnd }) }
}

/** A text with so many line ends behind it at least; an empty one needs none. */
function ended(text: string, lineEnd: string, times = 1): string {
  if (text === '') return text
  const has = /[\r\n]*$/.exec(text)?.[0].split(/\r\n|\n|\r/).length ?? 1
  return text + lineEnd.repeat(Math.max(0, times - (has - 1)))
}

/** A quiz without a question. */
export function withoutQuestion(form: QuizForm, id: string): QuizForm {
  const at = form.parts.findIndex((part) => part.id === id)
  const gone = form.parts[at]
  if (!gone) return form
  const parts = form.parts.toSpliced(at, 1)
  const last = parts.at(-1)
  if (at < parts.length || !last) return { ...form, parts }
  return { ...form, parts: parts.with(-1, { ...last, gap: gone.gap }) }
}

/** A quiz with a question right before or right behind another; the empty lines stay where they are. */
export function withMoved(
  form: QuizForm,
  { id, beside, to }: { id: string; beside: string; to: 'before' | 'behind' },
): QuizForm {
  const moved = form.parts.find((part) => part.id === id)
  const others = form.parts.filter((part) => part !== moved)
  const at = others.findIndex((part) => part.id === beside)
  if (!moved || at === -1) return form
  const inOrder = others.toSpliced(to === 'before' ? at : at + 1, 0, moved)
  const gaps = form.parts.map(({ gap }) => gap)
  const parts = inOrder.map((part, place) => ({
    ...part,
    source: ended(part.source, form.lineEnd),
    gap: gaps[place] ?? '',
  }))
  return { ...form, parts }
}
