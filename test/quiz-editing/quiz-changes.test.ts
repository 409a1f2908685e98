import { expect, test } from 'vitest'
import type { FormQuestion } from '#quiz-editing/form-question.ts'
import { questionHeld } from '#quiz-editing/question-held.ts'
import { partOf, withMoved, withoutQuestion, withQuestion } from '#quiz-editing/quiz-changes.ts'
import { printForm, type QuizPart, readForm } from '#quiz-editing/quiz-form.ts'

const et = '### Et? {#et page=a   source=b}\n\n1) [X]  Ja\n2) [ ] Nej\n\n   > Nej,\nmen.\n> Fordi.'
const to = '### To? {#to source=b page=a must}\n* [x] Ja\n* [ ] Nej\n  > Nej.\n* [ ] *Måske*\n  > Nej.\n\n> Fordi.'
const strange = '### Tre? {#tre page=a source=b level=3}\n1. [x] Ja\n2. [ ] Nej\n   > Nej.\n> Fordi.\n\nEn linje til.'
const fire = '### Fire? {#fire page=a source=b}\n<!-- husk -->\n1. [x] Ja\n2. [ ] Nej\n   > Nej.\n> Fordi.'
const text = `# Quiz\n\nSkrevet af Ada.\n\n\n${et}\n\n\n\n${to}\n${strange}\n\n${fire}\n`
const form = readForm(text)
const held = (id: string) => questionHeld(partOf(form, id) as QuizPart)?.question as FormQuestion

test('changing one question leaves every other sign of the file where it is', () => {
  const changed = printForm(withQuestion(form, { ...held('to'), title: 'To eller tre?' }))
  const written =
    '### To eller tre? {#to source=b page=a must}\n- [x] Ja\n- [ ] Nej\n  > Nej.\n- [ ] Måske\n  > Nej.\n> Fordi.'
  expect(changed).toBe(text.replace(to, written))
})

test('a question with something in it that no form has is never held, and stays as it is', () => {
  expect(questionHeld(partOf(form, 'tre') as QuizPart)).toBeNull()
  expect(printForm(withQuestion(form, { ...held('et'), must: true }))).toContain(strange)
})

test.each([
  ['a reference nobody sees', '### A {#aaa page=x source=y}\n1. [x] a\n2. [ ] b\n   > c\n\n[ref]: http://a.dk\n\n> e'],
  ['text behind the answers', '### A {#aaa page=x source=y}\n1. [x] a\n2. [ ] b\n   > c\n\nmere\n\n> e'],
  ['two lists', '### A {#aaa page=x source=y}\n1. [x] a\n2. [ ] b\n> c\n1. [ ] d'],
  ['a second heading', '### A {#aaa page=x source=y}\n#### B\n1. [x] a\n2. [ ] b'],
  ['more below an answer', '### A {#aaa page=x source=y}\n1. [x] a\n   b\n\n   c\n2. [ ] d'],
  ['an answer without a box', '### A {#aaa page=x source=y}\n1. [x] a\n2. b'],
  ['feedback to a thing to be sorted', '### A {#aaa type=order page=x source=y}\n1. a\n   > b\n2. c'],
  ['two arrows', '### A {#aaa type=match page=x source=y}\n- a -> b -> c\n- d -> e'],
  ['a name twice', '### A {#aaa page=x page=z source=y}\n1. [x] a\n2. [ ] b'],
  ['a wrong id', '### A {#Aaa page=x source=y}\n1. [x] a\n2. [ ] b'],
  ['a list in a number', '### A {#aaa type=number answer=1 page=x source=y}\n- a\n> b'],
])('%s: nothing of it would be lost', (_, source) => {
  const one = readForm(`# Quiz\n\n${source}\n`)
  expect(one.parts.map(questionHeld)).toEqual([null])
  expect(printForm(one)).toBe(`# Quiz\n\n${source}\n`)
})

test('the second of two questions with one id is left alone', () => {
  const twice = readForm(`# Quiz\n\n${et}\n\n${et}\n`)
  expect(twice.parts.map(({ id }) => id)).toEqual(['et', null])
})

test('lines that end as Windows ends them go on ending so', () => {
  const windows = readForm(text.replaceAll('\n', '\r\n'))
  expect(printForm(windows)).toBe(text.replaceAll('\n', '\r\n'))
  const changed = printForm(withQuestion(windows, { ...held('to'), title: 'Nyt' }))
  expect(changed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(changed).toContain('### Nyt {#to')
})

test('questions change places, and the empty lines between them do not', () => {
  const moved = printForm(withMoved(form, { id: 'fire', beside: 'et', to: 'before' }))
  expect(moved).toBe(`# Quiz\n\nSkrevet af Ada.\n\n\n${fire}\n\n\n\n${et}\n${to}\n\n${strange}\n`)
  expect(printForm(withMoved(readForm(moved), { id: 'fire', beside: 'tre', to: 'behind' }))).toBe(text)
  expect(withMoved(form, { id: 'fire', beside: 'gone', to: 'before' })).toBe(form)
})

test('the last question may lack a line end, and another still gets its own line', () => {
  const bare = readForm(text.trimEnd())
  const added = printForm(withQuestion(bare, { ...held('et'), id: 'fem' }))
  expect(added.startsWith(`${text.trimEnd()}\n\n### Et? {#fem`)).toBe(true)
  expect(readForm(added).parts.map(({ id }) => id)).toEqual(['et', 'to', 'tre', 'fire', 'fem'])
})

test('what is put in and taken out again leaves no trace', () => {
  for (const after of [undefined, null, 'et', 'to', 'fire']) {
    const added = withQuestion(form, { ...held('et'), id: 'fem' }, after)
    expect(readForm(printForm(added)).parts).toHaveLength(5)
    if (after !== 'to') expect(printForm(withoutQuestion(added, 'fem'))).toBe(text)
  }
  expect(printForm(withQuestion(readForm('# Quiz\n\n'), { ...held('et'), id: 'fem' }))).toMatch(/^# Quiz\n\n### Et\?/)
})

test('a question with a stroke in it and a text of dashes are no table', () => {
  const question = { ...held('et'), id: 'streg', title: 'A | B', text: '|-|-|' }
  const [part] = readForm(printForm(withQuestion(readForm(''), question))).parts
  expect(part && questionHeld(part)?.question).toMatchObject({ id: 'streg', title: 'A | B', text: '|-|-|' })
})
