/** The line that shows a picture in a page: `![En kost](en-kost.webp)`. The text says what it says, whatever signs are in it. */
export const pictureLine = (alt: string, file: string): string =>
  `![${alt.replaceAll(/[\\`*_[\]{}<>~&|!#]/g, '\\$&')}](${file})`

/** A page with one more line at its end. */
export const withLine = (text: string, line: string): string => `${text.trimEnd()}\n\n${line}\n`

/** Signs before a picture's file in which its text is looked for: beyond that a text made to be slow would take seconds. */
const longest = 2000

/** The alternative text a text shows a picture with; null when it does not show it. */
export function altIn(text: string, file: string): string | null {
  const shown = new RegExp(`\\]\\(\\s*<?${file.replaceAll('.', '\\.')}>?[\\s)]`, 'g')
  for (const { index } of text.matchAll(shown)) {
    const before = text.slice(Math.max(0, index - longest), index)
    const [, alt] = /^!\[((?:\\.|[^\]\\])*)$/.exec(before.slice(Math.max(0, before.lastIndexOf('![')))) ?? []
    if (alt !== undefined) return alt.replaceAll(/\\([\\`*_[\]{}<>~&|!#])/g, '$1')
  }
  return null
}

/** The file is spoken of, however. */
export const mentions = (text: string, file: string): boolean =>
  text.split(file).some((before, place, all) => {
    const after = all[place + 1]
    return after !== undefined && !/[\w-]$/.test(before) && !/^[\w-]/.test(after)
  })
