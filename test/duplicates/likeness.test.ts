import { expect, test } from 'vitest'
import { type Entered, likelyPairs, pairKey } from '#duplicates/likeness.ts'
import { maskedLogin } from '#duplicates/masked-login.ts'

const entered = (personId: string, name: string, login: string | null, venues: string[] = []): Entered => ({
  personId,
  name,
  login,
  venues,
})
const why = (people: Entered[], apart: string[] = []) =>
  likelyPairs(people, new Set(apart)).map(({ people: ids, likeness }) => `${ids.join(' ')} ${likeness}`)

test.each([
  ['+4520123456', '+4620123456'],
  ['+4520123456', '+450020123456'],
])('%s and %s end alike: the same number written in two ways', (one, other) => {
  expect(why([entered('a', 'Ines', one), entered('b', 'Noor', other)])).toEqual(['a b same-number'])
})

test('an address with dots or a word after a plus is the same mailbox', () => {
  const people = [entered('a', 'Ines', 'ines.s@example.dk'), entered('b', 'I', 'iness+work@example.dk')]
  expect(why(people)).toEqual(['a b same-address'])
})

test.each([
  ['Ines Sørensen', 'ines sorensen', true],
  ['Åse Bæk', 'Aase Bak', true],
  ['Ines Sørensen', 'INES  SØRENSEN', true],
  ['Ines Sørensen', 'Sørensen, Ines', true],
  ['Anne-Mette Holm', 'Anne Mette Holm', true],
  ['Anne Holm', 'Anna Holm', false],
])('%s and %s: the same name? %s', (one, other, same) => {
  expect(why([entered('a', one, null, ['v']), entered('b', other, null, ['v'])])).toEqual(
    same ? ['a b same-name-and-venue'] : [],
  )
})

test('the same name at different venues comes after the same name at one', () => {
  const people = [
    entered('a', 'Ines Holm', null, ['havnen']),
    entered('b', 'Ines Holm', null, ['havnen']),
    entered('c', 'Ines Holm', null, ['kilden']),
  ]
  expect(why(people)).toEqual(['a b same-name-and-venue', 'a c same-name', 'b c same-name'])
})

test('who was told apart is not shown together again', () => {
  const people = [entered('a', 'Ines', null), entered('b', 'Ines', null)]
  expect(why(people, [pairKey('b', 'a')])).toEqual([])
})

test('a name that very many have is no likeness, and nobody without a login is alike by it', () => {
  const crowd = Array.from({ length: 30 }, (_, n) => entered(`p${n}`, 'Mette Hansen', null))
  expect(why(crowd)).toEqual([])
})

test('a login is shown only in part', () => {
  expect([maskedLogin('+4520123456'), maskedLogin('ines@example.dk'), maskedLogin(null)]).toEqual([
    '•••• 3456',
    'i•••@example.dk',
    null,
  ])
})
