import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newNumberPart } from '#base/ids.ts'
import { groupNumber, numberFrom, parseNumber } from '#certificates/number.ts'

const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']
const numbers = fc
  .array(fc.constantFrom(...alphabet), { minLength: 25, maxLength: 25 })
  .map((part) => numberFrom(part.join('')))
const places = fc.nat({ max: 25 })

test('a new number has 26 signs and is read as itself', () => {
  const number = numberFrom(newNumberPart())
  expect(number).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  expect(parseNumber(number)).toBe(number)
})

test('two numbers are never the same', () => {
  const many = new Set(Array.from({ length: 10_000 }, () => numberFrom(newNumberPart())))
  expect(many.size).toBe(10_000)
})

test('it is printed in two even halves of three groups and read back from them', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      expect(groupNumber(number)).toMatch(/^\w{4} \w{4} \w{5} \w{4} \w{4} \w{5}$/)
      expect(parseNumber(groupNumber(number))).toBe(number)
    }),
  )
})

test('it may be typed in any case, with any spaces and dashes, with O for 0 and I or L for 1', () => {
  const one = (signs: string, n: number) => signs[n % signs.length] ?? ''
  const sloppy = (number: string, seed: number) =>
    [...number]
      .map((sign, place) => {
        const letter = sign === '0' ? one('oO0', seed + place) : sign === '1' ? one('iIlL1', seed + place) : sign
        const cased = (seed >> (place % 16)) & 1 ? letter.toLowerCase() : letter
        return cased + (['', ' ', '-', ' – ', '\u00a0'][(seed + place) % 5] ?? '')
      })
      .join('')
  fc.assert(
    fc.property(numbers, fc.nat({ max: 65_535 }), (number, seed) => {
      expect(parseNumber(sloppy(number, seed))).toBe(number)
    }),
  )
})

test('every single wrong sign is found, in every place', () => {
  fc.assert(
    fc.property(numbers, places, fc.constantFrom(...alphabet), (number, place, sign) => {
      fc.pre(number[place] !== sign)
      expect(parseNumber(number.slice(0, place) + sign + number.slice(place + 1))).toBeNull()
    }),
    { numRuns: 2000 },
  )
})

test('every swap of two signs is found, neighbours or not', () => {
  fc.assert(
    fc.property(numbers, places, places, (number, a, b) => {
      fc.pre(number[a] !== number[b])
      const signs = [...number]
      ;[signs[a], signs[b]] = [signs[b] as string, signs[a] as string]
      expect(parseNumber(signs.join(''))).toBeNull()
    }),
    { numRuns: 2000 },
  )
})

test('of numbers made up, one in 32 has a right check sign and no more', () => {
  const part = numberFrom('0'.repeat(25)).slice(0, -1)
  expect(alphabet.filter((sign) => parseNumber(part + sign) !== null)).toHaveLength(1)
})

test.each([
  ['nothing', ''],
  ['too short', '7K3'],
  ['too long', '0'.repeat(27)],
  ['the letter U', `U${'0'.repeat(25)}`],
  ['a sign of another script', `Ж${'0'.repeat(25)}`],
  ['a whole book', 'A'.repeat(100_000)],
  ['markup', '<script>alert(1)</script>'],
])('%s is no number', (_name, typed) => {
  expect(parseNumber(typed)).toBeNull()
})

test('a whole link from a QR code may be pasted', () => {
  const number = numberFrom(newNumberPart())
  for (const link of [
    `https://natteliv.example/v/${number}`,
    `http://localhost:3000/verify/${number}?lang=en`,
    ` x/${number} `,
  ])
    expect(parseNumber(link)).toBe(number)
})
