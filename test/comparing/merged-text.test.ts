import { expect, test } from 'vitest'
import { mergeTexts } from '#comparing/merged-text.ts'

const base = 'one\ntwo\nthree\nfour\nfive\n'

test('changes in different places join by themselves', () => {
  const merged = mergeTexts({
    base,
    ours: base.replace('two', 'our two'),
    theirs: base.replace('five', 'their five\nsix'),
  })
  expect(merged).toMatchObject({ text: 'one\nour two\nthree\nfour\ntheir five\nsix\n', clashes: 0 })
})

test('a change made on both sides alike is made once', () => {
  const both = base.replace('three', 'the same three')
  expect(mergeTexts({ base, ours: both, theirs: both })).toMatchObject({ text: both, clashes: 0 })
})

test('a place both changed is told with both wordings, and the text holds one after the other', () => {
  const merged = mergeTexts({ base, ours: base.replace('three', 'ours'), theirs: base.replace('three', 'theirs') })
  expect(merged).toMatchObject({ text: 'one\ntwo\nours\ntheirs\nfour\nfive\n', clashes: 1 })
  expect(merged.chunks).toEqual([
    { kind: 'clean', lines: ['one', 'two'] },
    { kind: 'clash', base: ['three'], ours: ['ours'], theirs: ['theirs'] },
    { kind: 'clean', lines: ['four', 'five', ''] },
  ])
})

test('whoever changed nothing gives way to the other, whatever the line ends', () => {
  const theirs = `begin\n${base}end`
  expect(mergeTexts({ base, ours: base.replaceAll('\n', '\r\n'), theirs }).text).toBe(theirs)
  expect(mergeTexts({ base, ours: theirs, theirs: base }).text).toBe(theirs)
  expect(mergeTexts({ base: '', ours: '', theirs: '' })).toMatchObject({ text: '', clashes: 0 })
})

test('thousands of equal lines are one clash rather than a wait', () => {
  const started = performance.now()
  const merged = mergeTexts({
    base: 'a\n'.repeat(50_000),
    ours: `b\n${'a\n'.repeat(49_000)}b\n`,
    theirs: `c\n${'a\n'.repeat(49_500)}`,
  })
  expect(merged.clashes).toBe(1)
  expect(performance.now() - started).toBeLessThan(2000)
})
