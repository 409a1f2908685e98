import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isTaken } from '#interchange/question.ts'
import { readQuestions } from '#interchange/read-questions.ts'
import { toNative } from '#interchange/to-native.ts'
import { anywhere, readNative } from './round-trip.ts'
import { sampleLines } from './sample-lines.ts'

const folder = new URL('samples/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const samples = readdirSync(folder).filter((name) => /\.(gift|txt)$/.test(name))

test.each(samples)('%s becomes what stands beside it, or is refused for the reason there', (name) => {
  const lines = readQuestions(read(name)).map(sampleLines)
  expect(`${lines.join('\n\n')}\n`).toBe(read(name.replace(/\.\w+$/, '.expected')))
})

test('there are more than sixty, some of each kind and some refused for every reason a question can have', () => {
  const questions = samples.flatMap((name) => readQuestions(read(name)))
  expect(questions.length).toBeGreaterThan(60)
  const kinds = new Set(questions.map((question) => (isTaken(question) ? question.kind : question.refused)))
  expect([...kinds].sort()).toMatchInlineSnapshot(`
    [
      "answerNotLetter",
      "answerNotThere",
      "answerWithoutQuestion",
      "anyNumber",
      "blankInside",
      "choiceWithoutQuestion",
      "closeWithoutOpen",
      "emptyChoice",
      "essay",
      "freeText",
      "manyRight",
      "match",
      "missingAnswer",
      "noAnswerBlock",
      "noChoices",
      "noNumber",
      "noRight",
      "noStem",
      "notNumber",
      "number",
      "numberDoesNotFit",
      "one",
      "openBlock",
      "pairWithoutArrow",
      "pairWithoutRight",
      "sameLetter",
      "several",
      "severalAnswers",
      "severalBlocks",
      "severalNumbers",
      "tooFewAnswers",
      "tooFewPairs",
      "wrongWeight",
    ]
  `)
})

/** What our own format wants and these two do not have; the trainer is told line by line. */
const wanting = new Set(['feedbackMissing', 'explanationMissing', 'answerCount', 'noWrong'])

test.each(samples)(
  '%s as our own text is read as the same questions, wanting only what the file did not have',
  (name) => {
    const taken = readQuestions(read(name)).filter(isTaken)
    const { questions, faults } = readNative(toNative(taken, anywhere))
    expect(faults.filter(({ code }) => !wanting.has(code))).toEqual([])
    expect(questions.map(({ kind }) => kind)).toEqual(taken.map(({ kind }) => kind))
    expect(new Set(questions.map(({ id }) => id)).size).toBe(taken.length)
    for (const [index, question] of questions.entries()) {
      if (question.kind !== 'one' && question.kind !== 'several') continue
      const options = question.options.map(({ text, right }) => ({ text: text.da, right }))
      expect(options).toEqual(taken[index]?.options.map(({ text, right }) => ({ text, right })))
    }
  },
)

test('any line ends and a byte order mark change nothing', () => {
  const text = read('choices.gift')
  const plain = readQuestions(text)
  for (const other of [`\ufeff${text}`, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r')])
    expect(readQuestions(other)).toEqual(plain)
})

test('the words that are added are in the language of the reader', () => {
  const texts = (language: 'da' | 'en') =>
    readQuestions('Døren er låst.{T}', { language })
      .filter(isTaken)
      .flatMap(({ options }) => options.map(({ text }) => text))
  expect(texts('da')).toEqual(['Sandt', 'Falsk'])
  expect(texts('en')).toEqual(['True', 'False'])
})

test('a format that is named is believed', () => {
  const text = 'Hvem åbner?\nA) Ada\nB) Bo\nANSWER: B\n'
  expect(readQuestions(text)).toMatchObject([{ kind: 'one' }])
  expect(readQuestions(text, { format: 'gift' })).toMatchObject([{ line: 1, refused: 'noAnswerBlock' }])
  expect(readQuestions('Klar?{T}', { format: 'aiken' })).toMatchObject([{ line: 1, refused: 'noChoices' }])
})
