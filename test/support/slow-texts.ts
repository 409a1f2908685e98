/** A little below what a file may have. */
const size = 99_000
const full = (text: string) => text.repeat(Math.ceil(size / text.length)).slice(0, size)

/** Each is known to have kept some reader of Markdown, or of our own format, for long. */
export const slowTexts: Readonly<Record<string, string>> = {
  quotations: `${'>'.repeat(size - 2)} a`,
  'open brackets': full('['),
  'emphasis of both kinds': full('*_'),
  'columns of a table': `${full('|a').slice(0, 30_000)}\n${full('|-').slice(0, 30_000)}\n${full('|\n').slice(0, 39_000)}`,
  'scenes and choices': full('## a {#b}\n- [c](#d)\n'),
}

/** As much of a text again and again as a file may have. */
export const fullOf = full
