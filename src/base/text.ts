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

/** A name as it is kept: outer space gone, inner space single, Unicode composed, no control or direction signs. */
export function tidyName(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
