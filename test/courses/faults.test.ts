import { expect, test } from 'vitest'
import { faultLine } from '#courses/faults.ts'
import { da } from '#courses/words.da.ts'
import { faultsOf } from './fault-case.ts'
import { filesCases } from './fault-cases/files.ts'
import { languagesCases } from './fault-cases/languages.ts'
import { quizCases } from './fault-cases/quiz.ts'
import { situationCases } from './fault-cases/situation.ts'
import { textCases } from './fault-cases/text.ts'
import { yamlCases } from './fault-cases/yaml.ts'
import { changed } from './sample-course.ts'

const cases = [...filesCases, ...yamlCases, ...textCases, ...quizCases, ...situationCases, ...languagesCases]

test.each(cases)('%s', (_name, files, expected) => {
  const faults = faultsOf(files)
  expect(faults.map(({ file, line, code }) => `${file.replace('courses/prove/', '')}:${line} ${code}`)).toEqual(
    expected,
  )
  for (const fault of faults) {
    const [danish, english] = [faultLine(fault, 'da'), faultLine(fault, 'en')]
    expect(danish).not.toBe(english)
    for (const line of [danish, english]) expect(line).toMatch(/^courses\/prove\/\S+:\d+ \S/)
    expect(danish + english).not.toMatch(/undefined|courses\.fault/)
  }
})

test('every fault there is has a case of its own', () => {
  const met = new Set(cases.flatMap(([, , faults]) => faults.map((fault) => fault.split(' ')[1])))
  const known = Object.keys(da).flatMap((key) => (key.startsWith('courses.fault.') ? [key.slice(14)] : []))
  expect(known.filter((code) => !met.has(code))).toEqual([])
})

const messages = (files: Record<string, string>, language: 'da' | 'en') =>
  faultsOf(files).map((fault) => faultLine(fault, language))

test('a fault is a line one can act on, in both languages', () => {
  const noRight = changed('doer/da/quiz.md', '[x] 112', '[ ] 112\n   > Nej.')
  expect(messages(noRight, 'da')[0]).toBe('courses/prove/doer/da/quiz.md:3 spørgsmålet "hvem" har intet rigtigt svar')
  expect(messages(noRight, 'en')[0]).toBe('courses/prove/doer/da/quiz.md:3 question "hvem" has no right answer')
})

test('what a fault quotes is shown as it was typed, braces and all', () => {
  const field = changed('doer/da/01-hvorfor.md', 'lokalt:politi', 'lokalt:brand')
  expect(messages(field, 'da')[0]).toContain('feltet {{lokalt:brand}} findes ikke')
  const draw = changed('doer/module.yaml', 'draw: 2', 'draw: 3')
  expect(messages(draw, 'en')).toEqual([
    'courses/prove/doer/da/quiz.md:1 there are 5 questions, but at least 6 are needed when 3 are drawn (draw)',
  ])
})

test('a message cannot play tricks on the terminal and stays short', () => {
  const hostile = changed('doer/da/quiz.md', '[ ] En ven', `\u001b[2J${'x'.repeat(500)}`)
  const [message = ''] = messages(hostile, 'da')
  expect(message).toMatch(/svaret " \[2Jx{70,}…" skal begynde/)
})
