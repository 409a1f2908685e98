/** A word: letters and digits, also joined as in "e-mail", "02.30" and "2,8". */
export const word = /[\p{L}\p{N}]+(?:(?:[-'’]|(?<=\d)[.,](?=\d))[\p{L}\p{N}]+)*/gu

/** What stands in a Markdown text and is no word of it: marks of boxes, pictures, addresses, local fields, the numbers of a list. */
const noWords = /^:::.*$|^\s*\d+[.)](?=\s)|!\[[^\]]*\]|\]\([^)]*\)|\{\{lokalt:[a-z0-9-]+\}\}/gm

/** All words of a Markdown text: headings, lists and boxes too. */
export const countWords = (text: string): number => (text.replaceAll(noWords, ' ').match(word) ?? []).length
