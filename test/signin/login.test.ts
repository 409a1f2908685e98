import { expect, test } from 'vitest'
import { loginOf } from '#signin/login.ts'

test.each([
  ['ines@example.dk', 'ines@example.dk'],
  ['  Ines@Example.DK ', 'ines@example.dk'],
  ['søren@blåbær.dk', 'søren@blåbær.dk'],
  ['20 30 40 50', '+4520304050'],
  ['20304050', '+4520304050'],
  ['20.30.40.50', '+4520304050'],
  ['+45 20 30 40 50', '+4520304050'],
  ['0045 20304050', '+4520304050'],
  ['２０３０４０５０', '+4520304050'],
  ['+46 70-123 45 67', '+46701234567'],
  ['0046701234567', '+46701234567'],
  ['+1 (415) 555-2671', '+14155552671'],
])('%j is kept as %j', (typed, kept) => {
  expect(loginOf(typed)).toBe(kept)
})

test.each([
  '',
  ' ',
  'ines',
  'ines@',
  '@example.dk',
  'ines@example',
  'ines example@x.dk',
  'a@b@c.dk',
  '2030405',
  '203040506',
  '10304050',
  '+45 2030405',
  '+123',
  '+1234567890123456',
  '20 30 40 5O',
  `${'a'.repeat(200)}@example.dk`,
])('%j is no login', (typed) => {
  expect(loginOf(typed)).toBeNull()
})
