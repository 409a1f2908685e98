import type { Language } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import type { da } from './words.da.ts'

type RemarkKey = keyof typeof da & `proofreading.remark.${string}`
export type RemarkCode = RemarkKey extends `proofreading.remark.${infer Code}` ? Code : never

/** Something in a text that works but is not good enough to hang a certificate on. Unlike a fault it stops no publishing. */
export interface Remark {
  /** From the folder that holds `courses`, as in a fault. */
  file: string
  /** Counted from 1. */
  line: number
  code: RemarkCode
  values: Readonly<Record<string, string | number>>
}

/** `courses/grundkursus/politisamarbejde/da/02-ring.md:1 siden har LIX 38. Højst 35` */
export const remarkLine = ({ file, line, code, values }: Remark, language: Language): string =>
  `${file}:${line} ${wordsIn(language).t(`proofreading.remark.${code}`, values)}`

export const sortRemarks = (remarks: readonly Remark[]): Remark[] =>
  remarks.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
