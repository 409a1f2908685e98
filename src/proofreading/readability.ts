import type { Prose } from './prose.ts'

const longWord = 6
const shortSentence = 4
/** Too little text to be judged by counting. */
const leastWords = 40

/**
 * LIX: words to a sentence, plus words of more than six letters in a hundred (C. H. Björnsson, Läsbarhet, 1968). Null for a text too
 * short to be judged.
 */
export function lix({ words, sentences }: Prose): number | null {
  if (words.length < leastWords) return null
  const long = words.filter((word) => word.length > longWord).length
  return words.length / sentences.length + (100 * long) / words.length
}

/** Words to a sentence, and how many of the sentences, from 0 to 1, have four words or fewer. Null for a text too short to be judged. */
export function flow({ words, sentences }: Prose): { mean: number; short: number } | null {
  if (words.length < leastWords) return null
  const short = sentences.filter((count) => count <= shortSentence).length
  return { mean: words.length / sentences.length, short: short / sentences.length }
}
