/** Text as people search and compare it: lower case, Danish letters and accents folded, single spaces. SQLite itself folds only ASCII. */
export function searchable(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/**
 * A name as it is kept: outer space gone, inner space single, Unicode composed, no control, direction or invisible signs but the joiners
 * some scripts need. Empty when nothing is left to be seen.
 */
export function tidyName(text: string): string {
  const tidy = text
    .normalize('NFC')
    .replaceAll(/(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return /[\p{L}\p{N}\p{S}]/u.test(tidy) ? tidy : ''
}
