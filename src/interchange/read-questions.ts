import type { Language } from '#web/language.ts'
import { readAiken } from './aiken.ts'
import { piecesOf } from './gift-pieces.ts'
import { readPiece } from './gift-question.ts'
import type { ReadQuestion } from './question.ts'
import { refuse } from './reason.ts'
import { formatOf, type SourceFormat } from './source-format.ts'
import { type Line, linesOf } from './source-lines.ts'

export const mostKilobytes = 1024
export const mostQuestions = 2000

/**
 * Reads questions written as Moodle GIFT or Aiken, in the order of the text; which of the two it is, it finds out. Every question is taken or
 * refused with its line and a reason; a bad one takes nothing else with it. `language` is that of the words we add: True and False.
 * Refuses as a whole only what is larger than `mostKilobytes`; what stands behind `mostQuestions` is refused at its line.
 */
export function readQuestions(
  text: string,
  { format, language = 'da' }: { format?: SourceFormat | undefined; language?: Language } = {},
): ReadQuestion[] {
  if (Buffer.byteLength(text) > mostKilobytes * 1024)
    return [{ line: 1, ...refuse('tooLarge', { most: mostKilobytes }) }]
  const lines = linesOf(text)
  const read = (format ?? formatOf(lines)) === 'aiken' ? readAiken(lines, mostQuestions + 1) : readGift(lines, language)
  const last = read[mostQuestions]
  if (!last) return read
  return [...read.slice(0, mostQuestions), { line: last.line, ...refuse('tooManyQuestions', { most: mostQuestions }) }]
}

const readGift = (lines: readonly Line[], language: Language): ReadQuestion[] =>
  piecesOf(lines, mostQuestions + 1).map((piece) => readPiece(piece, language))
