import { expect, test } from 'vitest'
import { codeOf, shownCode } from '#recovery/code.ts'
import { makeCodes } from '#recovery/issue-codes.ts'

test.each([
  ['7k2m9p4r8t', '7k2m9p4r8t'],
  ['7K2M9-P4R8T', '7k2m9p4r8t'],
  [' 7k2m9 – p4r8t ', '7k2m9p4r8t'],
  ['OIL0O-12345', '0110012345'],
  ['７Ｋ２Ｍ９Ｐ４Ｒ８Ｔ', '7k2m9p4r8t'],
])('%j is the code %s', (typed, code) => {
  expect(codeOf(typed)).toBe(code)
})

test.each(['', '7k2m9', '7k2m9p4r8tt', '7k2m9p4r8u', 'æk2m9p4r8t', "' or 1=1 --"])('%j is no code', (typed) => {
  expect(codeOf(typed)).toBeNull()
})

test('ten codes are made at a time, all different, read back as they are written, and kept as hashes with one salt', async () => {
  const { codes, hashes, salt } = await makeCodes()
  expect([new Set(codes).size, new Set(hashes).size]).toEqual([10, 10])
  for (const code of codes) {
    expect(shownCode(code)).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(codeOf(shownCode(code))).toBe(code)
    expect(JSON.stringify([hashes, salt])).not.toContain(code)
  }
  expect((await makeCodes()).salt).not.toBe(salt)
})
