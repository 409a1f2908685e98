import { expect, test } from 'vitest'
import { compareFiles } from '#comparing/file-change.ts'

const files = (all: Record<string, string>) => new Map(Object.entries(all))
const withoutNumber = (path: string) => path.replace(/\d\d-/, '')

test('files are new, gone, changed or renamed, by path', () => {
  const before = files({ 'a.md': '1', 'b.md': '2', 'c.md': '3', 'd.md': '4' })
  const after = files({ 'a.md': '1', 'b.md': 'two', 'e.md': '3', 'f.md': '6' })
  expect(compareFiles(before, after)).toEqual([
    { kind: 'changed', path: 'b.md', from: null, before: '2', after: 'two' },
    { kind: 'gone', path: 'd.md', from: null, before: '4', after: null },
    { kind: 'renamed', path: 'e.md', from: 'c.md', before: '3', after: '3' },
    { kind: 'new', path: 'f.md', from: null, before: null, after: '6' },
  ])
})

test('a page that got another number is the same page, also when its text changed', () => {
  const before = files({ 'da/01-ring.md': 'old', 'da/02-magt.md': 'same' })
  const after = files({ 'da/01-magt.md': 'same', 'da/02-ring.md': 'new' })
  expect(compareFiles(before, after, withoutNumber).map(({ kind, path, from }) => [kind, path, from])).toEqual([
    ['renamed', 'da/01-magt.md', 'da/02-magt.md'],
    ['changed', 'da/02-ring.md', 'da/01-ring.md'],
  ])
})

test('two equal files are not both found in one that went', () => {
  const kinds = compareFiles(files({ 'a.md': 'x' }), files({ 'b.md': 'x', 'c.md': 'x' })).map(({ kind }) => kind)
  expect(kinds).toEqual(['renamed', 'new'])
})

test('as many files as a course can have, all of them moved, are paired at once', () => {
  const all = (name: string) =>
    new Map(Array.from({ length: 2000 }, (_, n) => [`modul-et/da/01-${name}-${n}.md`, `${name} ${n}`]))
  const before = performance.now()
  const kinds = new Set(compareFiles(all('ring'), all('magt'), withoutNumber).map(({ kind }) => kind))
  expect(performance.now() - before).toBeLessThan(500)
  expect(kinds).toEqual(new Set(['gone', 'new']))
})
