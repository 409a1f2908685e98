/** A line of a text, trimmed, numbered from 1. */
export interface Line {
  line: number
  text: string
}

/** Signs that mean nothing in a text and are used in here for signs that were escaped. */
const unwritten = /[\ufdd0-\ufdef\ufffe\uffff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff]/g

/** The lines of a text from anywhere: with or without a byte order mark, any line ends, letters composed. Of empty lines in a row one is left. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let wasBlank = false
  let number = 0
  for (const source of cleaned(text).split('\n')) {
    const line = source.trim()
    number++
    if (line !== '' || !wasBlank) lines.push({ line: number, text: line })
    wasBlank = line === ''
  }
  return lines
}

const cleaned = (text: string) =>
  text
    .replaceAll(unwritten, '')
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(control, '')
    .normalize('NFC')

/** An empty line, or the fence around questions that stand in a Markdown text. */
export const isBlank = (text: string) => text === '' || (text.startsWith('```') && /^```\s*[a-z]{0,20}$/i.test(text))
