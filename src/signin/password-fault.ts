import { searchable } from '#base/text.ts'
import type { Key } from '#web/words.ts'
import { passphraseWords } from './passphrase.ts'
import { repeatsItself, runsOf } from './pattern.ts'
import { readWords } from './words-file.ts'

export const shortestPassword = 12
export const longestPassword = 200

/** Whose password it is to be, and where. */
export interface Owner {
  name: string
  login: string
  /** Names of the venue and the partnership. */
  words: readonly string[]
}

/**
 * What is wrong with a password, or null. It is judged as typed (Unicode composed, nothing trimmed), its length in code points: 12 to 200;
 * any signs will do. Refused when one pattern, when common, or when made of the owner's or the place's names (NIST SP 800-63B-4, 3.1.1.2).
 */
export function passwordFault(typed: string, owner: Owner): Key | null {
  const password = typed.normalize('NFC')
  const length = [...password].length
  if (length < shortestPassword) return 'signin.passwordShort'
  if (length > longestPassword) return 'signin.passwordLong'
  if (isPattern(password)) return 'signin.passwordPattern'
  const own = partsOf(owner)
  if (readings(password).some((text) => isMadeOf(text, own))) return 'signin.passwordOwn'
  if (readings(password).some((text) => isMadeOf(text, [...own, ...common]) || isOneWord(text)))
    return 'signin.passwordCommon'
  return null
}

/** Of neighbouring keys, letters or digits. Ordinary text has a run for every one or two signs. */
const mostOfAPattern = { runs: 4, share: 1 / 3 }

function isPattern(password: string): boolean {
  const plain = password.toLowerCase()
  const { runs, share } = mostOfAPattern
  return repeatsItself(plain) || runsOf(plain) <= Math.max(runs, [...plain].length * share)
}

const signs: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** The password as people mean it: without accents, with signs read as the letters they stand for, and without anything between. */
function readings(password: string): string[] {
  const plain = foldings(password)
  const spelt = plain.map((text) => text.replaceAll(/(?<!\d)[013457@$!]{1,2}(?!\d)/g, lettersFor))
  const texts = [...plain, ...spelt]
  return [...texts, ...texts.map((text) => text.replaceAll(/[^\p{L}\p{N}]/gu, ''))]
}

const lettersFor = (found: string) => found.replaceAll(/./g, (sign) => signs[sign] ?? sign)

/** Danish letters folded both ways people do it: ø as oe and as o. */
function foldings(text: string): string[] {
  const bare = text.toLowerCase().replaceAll('ø', 'o').replaceAll('æ', 'a').replaceAll('å', 'a')
  return [...new Set([searchable(text), searchable(bare)])]
}

const longestFirst = (words: Iterable<string>) => [...new Set(words)].sort((a, b) => b.length - a.length)

const common = longestFirst(readWords('common-passwords').flatMap(foldings))
const singleWords = new Set([...passphraseWords, ...common])

function partsOf({ name, login, words }: Owner): string[] {
  const [box = '', host = ''] = login.replace(/^\+45/, '').split('@')
  const texts = [name, box, host.split('.')[0] ?? '', ...words]
  const whole = texts.flatMap(foldings)
  const parts = whole.flatMap((text) => [text.replaceAll(/[^\p{L}\p{N}]/gu, ''), ...text.split(/[^\p{L}\p{N}]+/u)])
  return longestFirst(parts.filter((part) => part.length >= 3))
}

const leastOfItsOwn = 5

/** Is next to nothing left without these parts? A row of digits counts as one sign: years and rows of them are tried first. */
function isMadeOf(text: string, parts: readonly string[]): boolean {
  let rest = text
  for (const part of parts) rest = rest.replaceAll(part, ' ')
  const left = rest.replaceAll(/\p{N}+/gu, '1').replaceAll(/[^\p{L}\p{N}]/gu, '')
  return rest !== text && left.length < leastOfItsOwn
}

/** One word of the language with digits and signs around it. */
const isOneWord = (text: string) => singleWords.has(text.replaceAll(/[^\p{L}]/gu, ''))
