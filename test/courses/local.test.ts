import { expect, test } from 'vitest'
import { fillLocal, localKeysIn } from '#courses/local.ts'

const both = (text: string) => ({ da: `${text} (da)`, en: text })
const course = { local: { politi: { label: both('Number'), neutral: both("the police's <number>") } } }
const html = '<p title="{{lokalt:politi}}">Call {{lokalt:politi}}.</p>'

test('a town’s own text stands in every place the field stands', () => {
  expect(fillLocal(html, course, 'en', { politi: '20 30 40 50' })).toBe('<p title="20 30 40 50">Call 20 30 40 50.</p>')
})

test('until then the neutral text of the language', () => {
  const neutral = 'the police&#39;s &lt;number&gt;'
  expect(fillLocal('{{lokalt:politi}}', course, 'en', {})).toBe(neutral)
  expect(fillLocal('{{lokalt:politi}}', course, 'da', { politi: '  ' })).toBe(`${neutral} (da)`)
})

test('what a town writes is text, also in an attribute, and is not filled in again', () => {
  const filled = fillLocal(html, course, 'en', { politi: '"><script>alert(1)</script>{{lokalt:politi}}$&' })
  expect(filled).not.toMatch(/<script|title=""/)
  expect(filled).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;{{lokalt:politi}}$&amp;')
})

test('a key the course does not know, and those every object has, show nothing', () => {
  for (const key of ['andet', 'constructor', 'tostring'])
    expect(fillLocal(`[{{lokalt:${key}}}]`, course, 'en', {})).toBe('[]')
})

test('the keys of a text are each told once', () => {
  expect(localKeysIn(`${html}{{lokalt:a-1}} {{andet}}`)).toEqual(['politi', 'a-1'])
  expect(localKeysIn('none')).toEqual([])
})
