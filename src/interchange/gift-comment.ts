import type { Particulars } from './question.ts'

/**
 * Reads what the comments above or in a question carry: `[id:…]`, `[tag:…]` as Moodle writes them, and `[page:…]`, `[source:…]`, `[unit:…]`,
 * which only we write. A `]` inside is written `\]`. The first id counts.
 */
export function readComments(comments: readonly string[]): Particulars {
  const all = (name: string) => comments.flatMap((comment) => tokensIn(comment, `[${name}:`))
  const [id = null] = all('id')
  const [pageId = null] = all('page')
  const [unit = null] = all('unit')
  return { id, tags: all('tag'), pageId, sources: all('source'), unit }
}

function tokensIn(comment: string, start: string): string[] {
  const found: string[] = []
  for (let at = comment.indexOf(start); at !== -1; at = comment.indexOf(start, at)) {
    const from = at + start.length
    const end = closing(comment, from)
    if (end === -1) break
    const text = comment.slice(from, end).replaceAll('\\]', ']').trim()
    if (text !== '') found.push(text)
    at = end
  }
  return found
}

function closing(comment: string, from: number): number {
  let end = comment.indexOf(']', from)
  while (end !== -1 && comment[end - 1] === '\\') end = comment.indexOf(']', end + 1)
  return end
}

/** `[name:text]` for a comment; nothing for an empty text. */
export function commentToken(name: string, text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim().replaceAll(']', '\\]')
  return line === '' ? '' : `[${name}:${line}]`
}
