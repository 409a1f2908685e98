import type { Chance } from '#base/chance.ts'
import { readWords } from './words-file.ts'

/** Plain Danish words of four to eight letters that any keyboard has. */
export const passphraseWords: readonly string[] = readWords('danish-words')
const known = new Set(passphraseWords)

const length = 4

/** Four words drawn evenly, as `laks-vandre-tribune-orgel`: more than 40 bits with the list as it is. */
export const suggestPassphrase = (chance: Chance): string =>
  Array.from({ length }, () => passphraseWords[chance(passphraseWords.length)] as string).join('-')

/** Has this text the form of one that we suggest? Only such a password may be shown again in a page. */
export function isPassphrase(text: string): boolean {
  const words = text.split('-')
  return words.length === length && words.every((word) => known.has(word))
}
