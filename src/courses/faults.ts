import type { Language } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import type { da } from './words.da.ts'

type FaultKey = keyof typeof da & `courses.fault.${string}`
export type FaultCode = FaultKey extends `courses.fault.${infer Code}` ? Code : never
type Asked<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | Asked<Rest> : never
type AskedBy<Code extends FaultCode> = Asked<(typeof da)[`courses.fault.${Code}`]>
type Value = string | number

/** Something wrong with the text of a course. */
export interface Fault {
  /** From the folder that holds `courses`: `courses/grundkursus/politisamarbejde/da/quiz.md`. */
  file: string
  /** Counted from 1. */
  line: number
  code: FaultCode
  /** What the message speaks of. */
  values: Readonly<Record<string, Value>>
}

/** Writes a fault of one file down. The compiler asks for exactly the values the Danish message names. */
export type Note = <Code extends FaultCode>(
  line: number,
  code: Code,
  ...values: [AskedBy<Code>] extends [never] ? [] : [Readonly<Record<AskedBy<Code>, Value>>]
) => void

export const noteInto =
  (faults: Fault[], file: string): Note =>
  (line, code, ...[values = {}]) => {
    faults.push({ file, line, code, values: Object.fromEntries(Object.entries<Value>(values).map(readable)) })
  }

/** `courses/grundkursus/politisamarbejde/da/quiz.md:14 spørgsmålet "vidne" har intet rigtigt svar` */
export const faultLine = (fault: Fault, language: Language) =>
  `${fault.file}:${fault.line} ${wordsIn(language).t(`courses.fault.${fault.code}`, fault.values)}`

/** By file, then by line; faults of one line as they were found. */
export const sortFaults = (faults: readonly Fault[]): Fault[] =>
  faults.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))

const longest = 80

/** Quoted text is cut, and control signs are taken out: a message goes to a terminal. */
function readable([name, value]: [string, Value]): [string, Value] {
  if (typeof value === 'number') return [name, value]
  const text = value.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ')
  return [name, text.length > longest ? `${text.slice(0, longest)}…` : text]
}
