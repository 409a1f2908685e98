import { countWords } from './count-words.ts'
import { htmlOf, type PageText, type Reader, readTitled } from './page.ts'

export const cardFile = 'hjaelpekort.md'

/** What a card the size of a passport (ISO B7) holds in type that is read in a dim room. */
const mostWords = 120
const allowed = ['paragraph', 'bullet_list', 'ordered_list']

/** Reads the help card of one language: a title, then paragraphs and lists. Notes every fault; never throws. */
export function readCard(text: string, reader: Reader): PageText {
  const { note } = reader
  const { title, rest } = readTitled(text, reader)
  if (rest.length === 0) note(1, 'emptyText')
  for (const block of rest) if (!allowed.includes(block.type)) note(block.line, 'cardBlock')
  const has = countWords(text) - countWords(title)
  if (has > mostWords) note(1, 'cardTooLong', { has, most: mostWords })
  return { title, html: htmlOf(rest, reader) }
}
