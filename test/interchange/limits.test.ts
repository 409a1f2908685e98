import { expect, test } from 'vitest'
import { readQuestions } from '#interchange/read-questions.ts'

const megabyte = 1024 * 1024
const filled = (part: string, size = megabyte) => part.repeat(Math.ceil(size / part.length)).slice(0, size)

const walls = {
  'opening braces': filled('{'),
  'closing braces': filled('}'),
  waves: filled('~'),
  equals: filled('='),
  backslashes: filled('\\'),
  colons: filled('::'),
  'number signs': filled('#'),
  'comments in comments': filled('//[id:[tag:'),
  'lines of comments in comments': filled('//[id:[tag:\n'),
  'a brace full of waves': `Hvem?{${filled('~', megabyte - 7)}}`,
  'a brace full of equals': `Hvem?{${filled('=', megabyte - 7)}}`,
  'a brace full of number signs': `Hvem?{${filled('#', megabyte - 7)}}`,
  names: filled('::a::'),
  spaces: filled(' '),
  'empty lines': filled('\n'),
  'a mark that never ends': `[html]${filled('<', megabyte - 9)}{T}`,
}

/** What it takes of this thread's own work, the best of three: other tests run beside this one. */
function milliseconds(text: string): number {
  const runs = [1, 2, 3].map(() => {
    const started = process.threadCpuUsage()
    readQuestions(text)
    const { user, system } = process.threadCpuUsage(started)
    return (user + system) / 1000
  })
  return Math.min(...runs)
}

test.each(Object.entries(walls))('a megabyte of %s is answered at once', (_name, text) => {
  expect(milliseconds(text)).toBeLessThan(200)
})

const heavy = {
  'braces on their own': '{\n\n',
  'open braces line by line': 'a{\n',
  categories: '$CATEGORY:a\n',
  'choices without a question': 'A) x\n',
  'small questions': 'a{T}\n\n',
  'HTML left open': `[html]${filled('<div>', 7000)}{T}\n\n`,
  'attributes left open': `[html]${filled('<a "=', 7000)}{T}\n\n`,
  'Markdown brackets': `[markdown]${filled('![', 7000)}{T}\n\n`,
  'Markdown stars': `[markdown]${filled('*a_', 7000)}{T}\n\n`,
  'Markdown lists': `[markdown]${filled('\\n- a', 7000)}{T}\n\n`,
}

test.each(Object.entries(heavy))('four times as much of %s does not take sixteen times as long', (_name, part) => {
  const little = milliseconds(filled(part, megabyte / 64))
  expect(milliseconds(filled(part, megabyte / 16))).toBeLessThan(10 * little + 20)
})

test('what is larger than a megabyte is refused as a whole', () => {
  expect(readQuestions(filled('a{T}\n\n', megabyte + 1))).toEqual([
    { line: 1, refused: 'tooLarge', values: { most: 1024 } },
  ])
  expect(readQuestions(filled('æ', megabyte / 2 + 1))).toMatchObject([{ refused: 'tooLarge' }])
})

test('behind two thousand questions the rest is refused at its line, in both formats', () => {
  for (const part of ['Klar?{T}\n\n', 'Klar?\nA) Ja\nB) Nej\nANSWER: A\n\n']) {
    const lines = part.split('\n').length - 1
    expect(readQuestions(part.repeat(2000))).toHaveLength(2000)
    const read = readQuestions(part.repeat(2003))
    expect(read).toHaveLength(2001)
    expect(read.at(-1)).toEqual({ line: 2000 * lines + 1, refused: 'tooManyQuestions', values: { most: 2000 } })
  }
})

test('fifty answers are taken, one more is refused', () => {
  const choices = (count: number) => `Hvem?{=Ada${' ~Bo'.repeat(count - 1)}}`
  expect(readQuestions(choices(50))).toMatchObject([{ kind: 'one' }])
  expect(readQuestions(choices(51))).toEqual([{ line: 1, refused: 'tooManyAnswers', values: { most: 50 } }])
})

test('a question of a page is refused, and the next one is taken', () => {
  const read = readQuestions(`${filled('a ', 8001)}{T}\n\nKlar?{T}`)
  expect(read).toMatchObject([
    { line: 1, refused: 'tooLong' },
    { line: 3, kind: 'one' },
  ])
})
