import fc from 'fast-check'
import type { QuestionDocument } from '#courses/course.ts'
import { parseMarkdown, renderMarkdown } from '#courses/markdown.ts'

/** All signs that mean something in GIFT, Markdown or HTML, and some that only look like it. */
const signs = [
  ...'~=#{}:\\%[]<>&*_`!|"\'()+-.;/$@^?,0123 åØé語',
  '->',
  '\\n',
  '::',
  '//',
  '####',
  '&amp;',
  '<b>',
  '{#x}',
  '](',
  '1. ',
  '![',
]
const strange = fc.array(fc.oneof(fc.constantFrom(...signs), fc.constantFrom('gæst', 'dør', 'a', ' ')), {
  minLength: 1,
  maxLength: 14,
})

/** Text as a title or an answer has it once it is read: one line, no outer space, no local fields. */
export const anyText = strange
  .map((parts) => parts.join('').replaceAll(/\s+/g, ' ').trim().normalize('NFC'))
  .filter((text) => text !== '' && !text.includes('{{') && !text.includes('lokalt:'))

const anySide = anyText
  .map((text) => text.replaceAll(/->|→/g, '').replaceAll(/\s+/g, ' ').trim())
  .filter((text) => text !== '' && !/->|→/.test(text))

const place = { language: 'da', moduleId: 'modul' } as const
export const html = (markdown: string) => renderMarkdown(parseMarkdown(markdown, place), place).trim()

const word = fc.constantFrom(
  'gæst',
  'dør & bar',
  'a < b',
  '2 = 2',
  'nej ~ ja',
  'kl. 2:30',
  '#1',
  '{{lokalt:politi}}',
  '[x]',
  '100 %',
)
const piece = fc.oneof(
  word,
  word.map((text) => `**${text}**`),
  word.map((text) => `*${text}*`),
  fc.constantFrom('`a = {b}`', '[siden](https://example.org/a?b=1&c=~d)', '**fed *og skrå***', 'en linje\\\nog en til'),
)
const paragraph = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => `Se ${pieces.join(' og ')}.`)
const list = fc.tuple(fc.constantFrom('- ', '1. '), fc.array(word, { minLength: 1, maxLength: 3 }))
const listText = list.map(([mark, items]) => items.map((item) => `${mark}Punkt ${item}`).join('\n'))
const box = fc
  .tuple(fc.constantFrom('huskekort', 'advarsel', 'lokalt'), paragraph)
  .map(([name, text]) => `::: ${name}\n${text}\n:::`)
const table = fc.array(fc.tuple(word, word), { minLength: 2, maxLength: 3 }).map((rows) => {
  const [head, ...more] = rows.map((row) => `| ${row.join(' | ')} |`)
  return [head, '| :--- | --- |', ...more].join('\n')
})
const code = fc.constant('```\nif (a == {b}) {\n  c: d\n}\n```')
const blocks = (...kinds: fc.Arbitrary<string>[]) =>
  fc.array(fc.oneof(...kinds), { maxLength: 3 }).map((texts) => html(texts.join('\n\n')))

/** Below a question no list may stand: it would be its answers. */
const anyBody = blocks(paragraph, box, table, code)
const anyHtml = fc
  .tuple(paragraph, fc.array(fc.oneof(paragraph, listText, table, code), { maxLength: 2 }))
  .map(([first, more]) => html([first, ...more.flatMap((text) => [text, 'Så.'])].join('\n\n')))

const both = <T>(text: T) => ({ da: text, en: text })
const anyId = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5}){0,2}$/)
const about = fc.record({
  id: anyId,
  must: fc.boolean(),
  applied: fc.boolean(),
  pageId: anyId,
  sources: fc.uniqueArray(anyId, { minLength: 1, maxLength: 3 }),
  title: anyText.map(both),
  html: anyBody.map(both),
  explanationHtml: anyHtml.map(both),
})

const texts = (text: fc.Arbitrary<string>, minLength: number, maxLength: number) =>
  fc.uniqueArray(text, { minLength, maxLength })
const options = (kind: 'one' | 'several') =>
  fc
    .tuple(
      texts(anyText, 2, kind === 'one' ? 6 : 8),
      fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      fc.array(fc.option(anyHtml), { minLength: 8, maxLength: 8 }),
    )
    .map(([all, marks, feedback]) =>
      all.map((text, index) => ({
        text: both(text),
        right: kind === 'one' ? index === marks.indexOf(true) % all.length : index === 0 || marks[index] === true,
        feedbackHtml: feedback[index] == null ? null : both(feedback[index]),
      })),
    )
    .filter((all) => all.some(({ right }) => right) && (kind === 'one' || all.some(({ right }) => !right)))

const choice = (kind: 'one' | 'several') =>
  fc.tuple(about, options(kind)).map(([all, answers]) => ({ ...all, kind, options: answers }))
const match = fc.tuple(about, texts(anySide, 3, 5), texts(anySide, 5, 5)).map(([all, lefts, rights]) => ({
  ...all,
  kind: 'match' as const,
  pairs: lefts.map((left, index) => ({ left: both(left), right: both(rights[index] as string) })),
}))
const amount = fc
  .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.constantFrom(1, 10, 1000))
  .map(([whole, part]) => whole / part + 0)
const unit = fc.option(fc.constantFrom('år', 'kr.', '% alkohol', 'm²', 'glas & flasker', '°C'))
const number = fc.tuple(about, amount, amount.map(Math.abs), unit).map(([all, answer, tolerance, name]) => ({
  ...all,
  kind: 'number' as const,
  answer,
  tolerance,
  unit: name === null ? null : both(name),
}))

export const anyBank: fc.Arbitrary<QuestionDocument[]> = fc.uniqueArray(
  fc.oneof(choice('one'), choice('several'), match, number),
  { minLength: 1, maxLength: 4, selector: ({ id }) => id },
)
