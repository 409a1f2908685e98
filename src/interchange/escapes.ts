/** How Moodle reads a backslash: `\\`, `\n` and the six signs mean something else behind one, all other signs stay as they are. */
const signs = '~=#{}:'
const firstHidden = 0xfdd0
const hidden = (sign: string) => String.fromCharCode(firstHidden + signs.indexOf(sign))

/** A `\n` that was written out: a line break the author wants, not one from the width of a window. */
export const writtenBreak = '\ufdd6'

/** Puts escaped signs out of the way of what splits a question; `showEscapes` brings them back. */
export const hideEscapes = (text: string): string =>
  text.replaceAll(/\\([\\~=#{}:n])/g, (_, sign: string) => {
    if (sign === '\\') return '\\'
    return sign === 'n' ? writtenBreak : hidden(sign)
  })

/** Brings escaped signs back; `writtenBreak` stays. */
export const showEscapes = (text: string): string =>
  text.replaceAll(/[\ufdd0-\ufdd5]/g, (sign) => signs.charAt(sign.charCodeAt(0) - firstHidden))

/** Escaped signs and written breaks as they are meant, on one line. */
export const onOneLine = (text: string): string =>
  showEscapes(text).replaceAll(writtenBreak, ' ').replaceAll(/\s+/g, ' ').trim()

/** The other way: text so that Moodle reads it as it is. */
export const escapeSigns = (text: string): string =>
  text.replaceAll(/[\\~=#{}:]/g, '\\$&').replaceAll(/\r\n?|\n/g, '\\n')
