import type { InBoth, QuestionKind } from '#courses/course.ts'
import type { Twin } from '#courses/twins.ts'
import { type FormAnswer, type FormQuestion, isTicked, noAnswer } from './form-question.ts'

/**
 * A question in both languages: what it is, once, and its words twice. An English text that is empty is the Danish one, until somebody translates
 * it; English words that are the very same are shown as empty.
 */
export interface TwinQuestion
  extends Pick<FormQuestion, 'id' | 'kind' | 'must' | 'applied' | 'pageId' | 'sources' | 'answer' | 'tolerance'> {
  title: InBoth
  text: InBoth
  unit: InBoth
  explanation: InBoth
  answers: readonly TwinAnswer[]
}

export interface TwinAnswer {
  right: boolean
  text: InBoth
  match: InBoth
  feedback: InBoth
}

export const nothing: InBoth = { da: '', en: '' }
export const noTwinAnswer: TwinAnswer = { right: false, text: nothing, match: nothing, feedback: nothing }

interface ModuleHas {
  pages: readonly string[]
  sources: readonly string[]
}

/** What a question newly made of a kind is. Where its module has one page or one source, nobody has to choose it. */
export const blankQuestion = (kind: QuestionKind, module: ModuleHas = { pages: [], sources: [] }): TwinQuestion => ({
  id: '',
  kind,
  must: false,
  applied: false,
  pageId: module.pages.length === 1 ? (module.pages[0] ?? '') : '',
  sources: module.sources.length === 1 ? module.sources : [],
  answer: '',
  tolerance: kind === 'number' ? '0' : '',
  title: nothing,
  text: nothing,
  unit: nothing,
  explanation: nothing,
  answers: kind === 'number' ? [] : Array.from({ length: isTicked(kind) ? 4 : 3 }, () => noTwinAnswer),
})

/**
 * A question out of both files; `en` null where the English file has none. What it is, the Danish one says. Null when the two are of kinds that
 * have nothing in common: then one of them has to be corrected as text first.
 */
export function joinTwin({ da, en }: { da: FormQuestion; en: FormQuestion | null }): TwinQuestion | null {
  if (en && da.kind !== en.kind && !(isTicked(da.kind) && isTicked(en.kind))) return null
  const { id, kind, must, applied, pageId, sources, answer, tolerance } = da
  const both = (key: 'title' | 'text' | 'unit' | 'explanation') => shown(da[key], en?.[key])
  const count = Math.max(da.answers.length, en?.answers.length ?? 0)
  const answers = Array.from({ length: count }, (_, at) => joinAnswer(da.answers[at], en?.answers[at]))
  const words = { title: both('title'), text: both('text'), unit: both('unit'), explanation: both('explanation') }
  return { id, kind, must, applied, pageId, sources, answer, tolerance, ...words, answers }
}

function joinAnswer(da: FormAnswer = noAnswer, en: FormAnswer = noAnswer): TwinAnswer {
  const both = (key: 'text' | 'match' | 'feedback') => shown(da[key], en[key])
  return {
    right: da === noAnswer ? en.right : da.right,
    text: both('text'),
    match: both('match'),
    feedback: both('feedback'),
  }
}

const shown = (da: string, en = ''): InBoth => ({ da, en: en === da ? '' : en })

/** A question as each of the two files is to say it. */
export const splitTwin = (question: TwinQuestion): Twin<FormQuestion> => ({
  da: inLanguage(question, (text) => text.da),
  en: inLanguage(question, (text) => (text.en.trim() === '' ? text.da : text.en)),
})

const inLanguage = (question: TwinQuestion, say: (text: InBoth) => string): FormQuestion => ({
  ...question,
  title: say(question.title),
  text: say(question.text),
  unit: say(question.unit),
  explanation: say(question.explanation),
  answers: question.answers.map(({ right, text, match, feedback }) => ({
    right,
    text: say(text),
    match: say(match),
    feedback: say(feedback),
  })),
  written: [],
})
