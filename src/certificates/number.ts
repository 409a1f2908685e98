const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 26
const longestTyped = 200

/**
 * A certificate's number: 25 signs of chance and a check sign, Crockford base 32, upper-case. A number of 26 signs that finds every
 * wrong sign holds at most 125 bits (Singleton's bound); that many nobody guesses.
 */
export function numberFrom(chance: string): string {
  const part = chance.toUpperCase()
  return part + signs[checkOf(part)]
}

/** The number that was typed, in whatever case and grouping, with O for 0 and I or L for 1, or at the end of a pasted link; null when it cannot be one. */
export function parseNumber(typed: string): string | null {
  if (typed.length > longestTyped) return null
  const [address = ''] = typed.trim().split(/[?#]/)
  const number = address
    .slice(address.lastIndexOf('/') + 1)
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}.,·_]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (number.length !== length || [...number].some((sign) => !signs.includes(sign))) return null
  return signs[checkOf(number.slice(0, -1))] === number.at(-1) ? number : null
}

/** As it is printed: groups of 4, 4, 5, 4, 4 and 5, which make two even lines where it does not fit on one. */
export const groupNumber = (number: string): string =>
  number.replace(/^(.{4})(.{4})(.{5})(.{4})(.{4})(.{5})$/, '$1 $2 $3 $4 $5 $6')

/**
 * Each sign is an element of GF(32) and weighs another power of its generator. All 26 weights differ, so every single wrong sign
 * and every swap of two signs, neighbours or not, changes the sum.
 */
function checkOf(part: string): number {
  let sum = 0
  for (const sign of part) sum = timesGenerator(sum ^ signs.indexOf(sign))
  return sum
}

/** Multiplies by x modulo x⁵ + x² + 1. */
const timesGenerator = (value: number) => (value << 1) ^ (value & 16 ? 0b100101 : 0)
