import type { CourseDocument, InBoth, ModuleDocument, QuestionDocument, StepDocument } from '#courses/course.ts'

/** What of a module has figures of its own: a question, a page, a step of the situation, and the situation as a whole. */
export const questionKey = (moduleId: string, id: string) => `question ${moduleId} ${id}`
export const pageKey = (moduleId: string, id: string) => `page ${moduleId} ${id}`
export const stepKey = (moduleId: string, id: string) => `step ${moduleId} ${id}`
export const situationKey = (moduleId: string) => `situation ${moduleId}`

/**
 * What the published text and another revision have in common, as keys: only what was done on such counts. A question is the same while nobody who
 * answers it would notice a difference: its words, its answers in their order, and what is right, in both languages. Marks at the end of a word and
 * capitals make no difference; what is told afterwards may change. A page is the same with the same words and the same next page, a step with the same
 * words and ways.
 */
export function sameIn(published: CourseDocument, other: CourseDocument): ReadonlySet<string> {
  if (published === other) return new Set(textsOf(published).keys())
  const texts = textsOf(other)
  return new Set([...textsOf(published)].flatMap(([key, text]) => (texts.get(key) === text ? [key] : [])))
}

const known = new WeakMap<CourseDocument, ReadonlyMap<string, string>>()

/** Made once: revisions never change. */
function textsOf(course: CourseDocument): ReadonlyMap<string, string> {
  const texts = known.get(course) ?? new Map(course.modules.flatMap(textsIn))
  known.set(course, texts)
  return texts
}

function textsIn({ id, pages, situation, questions }: ModuleDocument): [string, string][] {
  const steps = situation?.steps ?? []
  return [
    ...questions.map((question): [string, string] => [questionKey(id, question.id), questionText(question)]),
    ...pages.map(({ title, html, ...page }, place): [string, string] => [
      pageKey(id, page.id),
      joined([title, html, pages[place + 1]?.id ?? '']),
    ]),
    ...steps.map((step): [string, string] => [stepKey(id, step.id), stepText(step)]),
    [situationKey(id), steps.map(stepText).join('\n')],
  ]
}

function questionText(question: QuestionDocument): string {
  const { kind, title, html } = question
  switch (question.kind) {
    case 'one':
    case 'several':
      return joined([kind, title, html, ...question.options.flatMap(({ text, right }) => [text, String(right)])])
    case 'order':
      return joined([kind, title, html, ...question.items])
    case 'match':
      return joined([kind, title, html, ...question.pairs.flatMap(({ left, right }) => [left, right])])
    case 'number':
      return joined([kind, title, html, `${question.answer} ${question.tolerance}`, question.unit ?? ''])
  }
}

const stepText = ({ id, title, html, choices, outcome }: StepDocument) =>
  joined([id, title, html, ...choices.flatMap(({ label, to }) => [label, to]), outcome ?? ''])

const joined = (parts: readonly (InBoth | string)[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : `${plain(part.da)}\t${plain(part.en)}`)).join('\n')

/** Marks within a number stay: 0.5 is not 05. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/(?<!\d)[.,:;!?…'"’”“»«]|[.,:;!?…'"’”“»«](?!\d)/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
