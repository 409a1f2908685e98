import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSlug } from '#courses/attributes.ts'
import { freeSlug, slugOf } from '#courses/slug.ts'

test('a title makes an id: Danish letters written out, cut between words', () => {
  expect(slugOf('Når et glas går i stykker')).toBe('naar-et-glas-gaar-i-stykker')
  expect(slugOf('Hvad gør du først, når gæsten ikke vil gå ud ad døren?')).toBe('hvad-goer-du-foerst-naar-gaesten-ikke')
  expect(slugOf('酒吧')).toBe('')
})

test('one that is taken gets the first number that is free', () => {
  expect(freeSlug('ild', ['ild', 'ild-2'])).toBe('ild-3')
  expect(freeSlug('ild', [])).toBe('ild')
})

test('whatever the title, the id is one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (title) => {
      const id = slugOf(title) || 'modul'
      expect(isSlug(freeSlug(id, [id, `${id}-2`]))).toBe(true)
    }),
  )
  for (const length of [39, 40, 41, 400])
    expect(isSlug(freeSlug(slugOf('a'.repeat(length)), ['a'.repeat(40)]))).toBe(true)
})
