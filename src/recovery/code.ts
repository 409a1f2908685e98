/** How many codes there are at a time. */
export const codesAtOnce = 10

/** 50 bits: a try costs a hash and is counted, and the codes are long gone before one is guessed. */
export const codeLength = 10

/** A code as it is hashed, however it was typed: any case, spaces and hyphens, O for 0, I or L for 1 (Crockford's base 32). Null when it is none. */
export function codeOf(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\-–—.]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')
  return /^[0-9a-hjkmnp-tv-z]{10}$/.test(code) ? code : null
}

/** As it stands on paper: `7K2M9-P4R8T`. */
export const shownCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`.toUpperCase()
