import type { Fault, FaultCode } from '#courses/faults.ts'
import type { Twin } from '#courses/twins.ts'
import { type Language, languages } from '#web/language.ts'
import type { Words } from '#web/words.ts'
import { answerField, fieldOf } from './forms.ts'
import type { FoundQuestion } from './question-in.ts'
import type { QuizPart } from './quiz-form.ts'

/** What is wrong with a question, and at which field of its form; null: with the question as a whole. */
export interface PlacedFault {
  field: string | null
  text: string
}

/** A question in one file, with what the reader says of that file. */
export interface PartLooked {
  part: QuizPart | null
  found: FoundQuestion | null
  faults: readonly Fault[]
}

/** The faults of a question in both languages; what is wrong with both alike is said once. */
export function placedFaults(parts: Twin<PartLooked>, w: Words): PlacedFault[] {
  const all = languages.flatMap((language) =>
    faultsIn(parts[language]).flatMap((fault) => {
      const field = fieldFor(fault, parts[language], language)
      return isToCome(fault, field) ? [] : [{ field, text: faultText(fault, w) }]
    }),
  )
  return all.filter((one, at) => !all.slice(0, at).some((other) => isAlike(one, other)))
}

/** What is missing in Danish is missing in English for the same reason. */
const isAlike = (one: PlacedFault, other: PlacedFault) =>
  one.text === other.text && (one.field === null || one.field.replace(/-en$/, '-da') === other.field)

/** The faults that stand in the lines of one part of a file. */
export function faultsIn({ part, faults }: Pick<PartLooked, 'part' | 'faults'>): readonly Fault[] {
  if (!part) return []
  const after = part.line + part.source.trimEnd().split(/\r\n?|\n/).length
  return faults.filter(({ line }) => line >= part.line && line < after)
}

/** An answer just added is empty because nobody has written it yet. */
const isToCome = ({ code }: Fault, field: string | null) => code === 'emptyAnswer' && field !== null

type Place = (language: Language) => string
const inText: Place = (language) => fieldOf('text', language)

const byCode: Partial<Record<FaultCode, Place>> = {
  noQuestionText: (language) => fieldOf('title', language),
  noPageAttribute: () => 'page',
  unknownPage: () => 'page',
  noSourceAttribute: () => 'source',
  unknownSource: () => 'source',
  numberAnswer: () => 'answer',
  numberTolerance: () => 'tolerance',
  noRight: () => 'answers',
  manyRight: () => 'answers',
  noWrong: () => 'answers',
  answerCount: () => 'answers',
  tooManyMust: () => 'flag',
  explanationMissing: (language) => fieldOf('explanation', language),
}

/** Told of the two files together. */
const between: readonly FaultCode[] = [
  'onlyHere',
  'otherPlace',
  'otherKind',
  'otherAttribute',
  'otherCount',
  'otherRight',
]

function fieldFor(fault: Fault, { part, found }: PartLooked, language: Language): string | null {
  if (between.includes(fault.code) || !part || !found) return null
  const known = byCode[fault.code]
  if (known) return known(language)
  const line = fault.line - part.line + 1
  if (line === 1) return fieldOf('title', language)
  const row = found.answers.findIndex(([first, last]) => first <= line && line <= last)
  if (row !== -1) return fieldOf(answerField(row, isBelow(fault, found, row, line) ? 'feedback' : 'text'), language)
  return line >= found.explanation[0] ? fieldOf('explanation', language) : inText(language)
}

const isBelow = ({ code }: Fault, { answers }: FoundQuestion, row: number, line: number) =>
  code === 'feedbackMissing' || line > (answers[row]?.[0] ?? 0)

const plainer = [
  'noQuestionText',
  'noPageAttribute',
  'noSourceAttribute',
  'noRight',
  'manyRight',
  'noWrong',
  'answerCount',
  'emptyAnswer',
  'feedbackMissing',
  'explanationMissing',
  'numberAnswer',
  'numberTolerance',
  'tooManyMust',
] as const satisfies readonly FaultCode[]

/** A fault in the words of the form; what has none of its own is said as it is of the text. */
export function faultText({ code, values }: Fault, w: Words): string {
  const own = plainer.find((one) => one === code)
  return own ? w.t(`quizEditing.fault.${own}`, values) : sentence(w.t(`courses.fault.${code}`, values))
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`
