import type { Language } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import type { da } from './words.da.ts'

type Word = keyof typeof da
type CodeOf<Group extends string> = Word extends infer Key
  ? Key extends `interchange.${Group}.${infer Code}`
    ? Code
    : never
  : never
export type RefusedCode = CodeOf<'refused'>
export type NoticeCode = CodeOf<'notice'>
export type Values = Readonly<Record<string, string | number>>

/** Something that is different with us, in a question that was taken all the same. */
export interface Notice {
  code: NoticeCode
  values: Values
}

/** Why a question is not taken. */
export interface Reason {
  refused: RefusedCode
  values: Values
}

export const refuse = (refused: RefusedCode, values: Values = {}): Reason => ({ refused, values: readable(values) })
export const noticed = (code: NoticeCode, values: Values = {}): Notice => ({ code, values: readable(values) })

/** What was asked for, or why it is not to be had. */
export const isReason = (thing: object): thing is Reason => 'refused' in thing

export const reasonText = ({ refused, values }: Reason, language: Language): string =>
  say(language, `interchange.refused.${refused}`, values)

export const noticeText = ({ code, values }: Notice, language: Language): string =>
  say(language, `interchange.notice.${code}`, values)

export const say = (language: Language, key: Word, values: Values = {}): string => wordsIn(language).t(key, values)

const longest = 80

/** Quoted text is cut, and control signs are taken out: a message also goes to a terminal. */
function readable(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value === 'number') return [name, value]
      const text = value.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ').trim()
      return [name, text.length > longest ? `${text.slice(0, longest)}…` : text]
    }),
  )
}
