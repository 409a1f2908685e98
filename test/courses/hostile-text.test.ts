import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCourse } from '#courses/read-course.ts'
import { mostKilobytes } from '#courses/source-text.ts'
import { faultsOf } from './fault-case.ts'
import { folderOf, sampleFiles } from './sample-course.ts'

const pieces = [
  ...'# \n- > [ ] ( ) { } * _ ` | : < & \\ " = 1 x å'.split(' '),
  ...['\n\n', '\n### Q {#q', ' must', ' type=order', ' page=hvorfor', '}\n', '\n## S {#s}\n', '- [a](#s)\n', '  > f\n'],
  ...[
    '1. [x] a\n',
    '- [ ] b\n',
    '::: huskekort\n',
    ':::\n',
    '{{lokalt:politi}}',
    '![a](kort.svg)',
    '|a|\n|-|\n',
    'a -> b',
  ],
  ...['id: ', '  da: ', '[', '&a', '*a', '!!x', '? ', '<script>', 'javascript:', '\u202e', '\0', '\ud800'],
]
const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 5 })), {
  maxLength: 80,
})
const file = fc.constantFrom(...(Object.keys(sampleFiles) as (keyof typeof sampleFiles)[]))

const htmlIn = (course: unknown): string[] => {
  const found: string[] = []
  JSON.stringify(course, (key, value) => {
    if (/html$/i.test(key) && value) found.push(value.da, value.en)
    return value
  })
  return found
}

test('any text in any file is read or refused, never thrown over', () => {
  fc.assert(
    fc.property(file, text, fc.boolean(), (path, parts, after) => {
      const typed = parts.join('')
      const { course, faults } = readCourse(
        folderOf({ ...sampleFiles, [path]: after ? sampleFiles[path] + typed : typed }),
      )
      expect(course === null).toBe(faults.length > 0)
      for (const { line } of faults) expect(line).toBeGreaterThan(0)
      for (const html of htmlIn(course)) {
        expect(html).not.toMatch(
          /<(?!\/?(p|h[23]|a|aside|div|table|t[hdr]|thead|tbody|ul|ol|li|em|strong|s|code|pre|blockquote|br|hr|img)\b)/,
        )
        expect(html).not.toMatch(/ (style|on\w+)=| href="(?!https?:|tel:|mailto:)| src="(?!\/learning\/images\/)/i)
      }
    }),
    { numRuns: 400, seed: 1999 },
  )
})

const repeated = ['[', '**a ', '> ', '- a\n', '{{', '|a|b|\n|-|-|\n', '::: a\n', '[a]: b\n', '* * *\n']
const starts = {
  'doer/da/02-hvordan.md': ['# A\n\n', mostKilobytes.page],
  'doer/da/quiz.md': ['# Q\n\n### A? {#a page=hvorfor source=lov}\n', mostKilobytes.quiz],
  'doer/da/situation.md': ['# A\n\nx\n\n## A {#a}\n', mostKilobytes.situation],
  'doer/module.yaml': ['title: ', mostKilobytes.yaml],
} as const

describe.each(Object.entries(starts))('a full %s', (path, [start, kilobytes]) => {
  test.each(repeated)('of nothing but %j is read in seconds', (unit) => {
    const room = kilobytes * 1000 - start.length
    const before = performance.now()
    faultsOf({ [path]: start + unit.repeat(Math.floor(room / unit.length)) })
    expect(performance.now() - before).toBeLessThan(10_000)
  })
})

test('a settings file of thousands of keys is refused before anybody compares them', () => {
  const keys = Array.from({ length: 6000 }, (_, n) => `${n.toString(36)}:`).join('\n')
  const before = performance.now()
  expect(faultsOf({ 'doer/module.yaml': keys }).map(({ code }) => code)).toContain('yamlBroken')
  expect(performance.now() - before).toBeLessThan(300)
})
