import fc from 'fast-check'
import type { FormAnswer, FormQuestion } from '#quiz-editing/form-question.ts'

/** What means something in our text, in Markdown or in HTML, and some that only look like it. */
export const hostile = [
  '#', '### Nyt {#nyt page=x}', '# Titel', '- [x] ja', '- ', '1. ', '1. [x] a', '12. november', '> ', '>', '->', '→', '{#x}', '{', '}', '}}',
  '{{lokalt:x}}', '"', '\\', '\\\\', '*', '**', '_', '`', '```', '~~~', ':::', '::: huskekort', '::: x', '<script>alert(1)</script>', '<b>',
  '&amp;', '&', '[x]', '[ ]', '[x]: http://a.dk', '[a](http://a.dk)', '![a](b.png)', '---', '===', '***', '|', '| a | b |', '|-|-|', '\t', '    ', '  ',
  '\u0007', '\u00a0', '\u2028', 'must', 'type=order', 'å', 'gæst', 'dør', '.', '!', '1)', '+ ', 'Se her', 'http://a.dk', '<!-- x -->', '\\#', '\u202e',
] // biome-ignore format: a list
const sign = fc.oneof(fc.constantFrom(...hostile), fc.constantFrom('ord', ' ', 'a b', '?'))
const line = fc.array(sign, { maxLength: 6 }).map((parts) => parts.join(''))
const typedLine = fc
  .array(fc.oneof(sign, fc.constantFrom('\n', '\r\n')), { maxLength: 7 })
  .map((parts) => parts.join(''))
const lines = fc
  .array(line, { maxLength: 6 })
  .chain((all) => fc.constantFrom('\n', '\n\n', '\r\n').map((end) => all.join(end)))

const answer: fc.Arbitrary<FormAnswer> = fc.record({
  text: typedLine,
  match: typedLine,
  right: fc.boolean(),
  feedback: lines,
})

/** Any question at all that a form can send. */
export const anyFormQuestion: fc.Arbitrary<FormQuestion> = fc.record({
  id: fc.stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4})?$/),
  kind: fc.constantFrom('one', 'several', 'order', 'match', 'number'),
  must: fc.boolean(),
  applied: fc.boolean(),
  pageId: fc.constantFrom('', 'hvorfor', 'saadan', 'a"b', '{x}'),
  sources: fc.uniqueArray(fc.constantFrom('raad', 'lov', 'a b', '"'), { maxLength: 3 }),
  answer: fc.oneof(fc.constantFrom('', '18', '0,5'), typedLine),
  tolerance: fc.oneof(fc.constantFrom('', '2'), typedLine),
  unit: fc.oneof(fc.constantFrom('', 'år', '%'), typedLine),
  title: typedLine,
  text: lines,
  answers: fc.array(answer, { maxLength: 5 }),
  explanation: lines,
  written: fc.constant([]),
})
