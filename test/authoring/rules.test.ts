import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moduleOutline, removedPages } from '#authoring/outline.ts'
import { movedBy, nextNumber, renumbered } from '#authoring/page-order.ts'
import { countQuestions, titleIn, withTitle } from '#authoring/title-line.ts'
import { type PastFiles, sideOf, translationOf } from '#authoring/translation.ts'
import type { Draft, WorkingFile } from '#drafts/draft.ts'

const at = (minute: number) => `2026-11-22T12:${String(minute).padStart(2, '0')}:00.000Z`
const draft = (sha256: string | null, minute: number) => ({ id: 'd', sha256, writtenAt: at(minute) }) as Draft
const file = (path: string, published: string | null, ...drafts: Draft[]): WorkingFile => ({ path, published, drafts })

/** Revision 1 came with the software, 2 and 3 are the town's own. */
const history = (da: readonly string[], en: readonly string[]): PastFiles[] =>
  da.map((sha256, n) => ({
    origin: n === 0 ? 'shipped' : 'town',
    publishedAt: at(n),
    files: new Map([
      ['m/da/x.md', sha256],
      ['m/en/x.md', en[n] as string],
    ]),
  }))

test.each([
  ['as it came with the software', ['d1'], ['e1'], [], [], 'same'],
  ['the Danish changed in revision 2', ['d1', 'd2'], ['e1', 'e1'], [], [], 'behind'],
  ['both changed in revision 2', ['d1', 'd2'], ['e1', 'e2'], [], [], 'same'],
  ['the English caught up in revision 3', ['d1', 'd2', 'd2'], ['e1', 'e1', 'e2'], [], [], 'same'],
  ['the Danish is being changed', ['d1'], ['e1'], [draft('d2', 30)], [], 'behind'],
  ['the English is being changed', ['d1', 'd2'], ['e1', 'e1'], [], [draft('e2', 30)], 'same'],
  ['the Danish was changed after the English', ['d1'], ['e1'], [draft('d2', 40)], [draft('e2', 30)], 'behind'],
  ['the question form wrote both at once', ['d1'], ['e1'], [draft('d2', 40)], [draft('e2', 40)], 'same'],
  ['both say the same, word for word', ['d1'], ['d1'], [], [], 'untranslated'],
  ['the English is on its way out', ['d1'], ['e1'], [], [draft(null, 30)], 'missing'],
])('translation: %s', (_name, da, en, daDrafts, enDrafts, state) => {
  const past = history(da, en)
  const sides = {
    da: sideOf(file('m/da/x.md', da.at(-1) as string, ...daDrafts), past),
    en: sideOf(file('m/en/x.md', en.at(-1) as string, ...enDrafts), past),
  }
  expect(translationOf(sides)).toBe(state)
})

test('new page files sort as listed, keep their ids, and nothing is renamed twice or onto another', () => {
  const number = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'))
  const pages = fc
    .uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 8 })
    .chain((ids) => fc.tuple(...ids.map(() => number)).map((numbers) => ids.map((id, n) => `${numbers[n]}-${id}.md`)))
  fc.assert(
    fc.property(pages, fc.nat(7), fc.constantFrom(1 as const, -1 as const), (names, pick, by) => {
      const sorted = names.toSorted()
      const wanted = movedBy(sorted, sorted[pick % sorted.length] as string, by)
      const to = new Map(renumbered(wanted).map((one) => [one.from, one.to]))
      const after = wanted.map((name) => to.get(name) ?? name)
      expect(after.toSorted()).toEqual(after)
      expect(after.map((name) => name.slice(2))).toEqual(wanted.map((name) => name.slice(2)))
    }),
    { numRuns: 200 },
  )
  expect(renumbered(['04-b.md', '03-a.md', '09-c.md'])).toEqual([
    { from: '04-b.md', to: '03-b.md' },
    { from: '03-a.md', to: '04-a.md' },
  ])
  expect(nextNumber([])).toBe('01')
  expect(nextNumber(['99-a.md'])).toBeNull()
})

test('another title is another first line and nothing else', () => {
  expect(withTitle('# Gammel\n\nTekst # nej\n', 'Ny $& titel')).toBe('# Ny $& titel\n\nTekst # nej\n')
  expect(titleIn(withTitle('ingen titel', 'Ny'))).toBe('Ny')
  expect(countQuestions('# Q\n\n### A {#a}\n1. x\n\n### B {#b}\n')).toBe(2)
})

test('a page that only moved is not on its way out', () => {
  const files = ['da', 'en'].flatMap((language) => [
    file(`m/${language}/01-a.md`, 's1', draft(null, 5)),
    file(`m/${language}/02-a.md`, null, draft('s1', 5)),
    file(`m/${language}/03-b.md`, 's2', draft(null, 5)),
  ])
  expect(removedPages('m', files)).toEqual(['03-b.md'])
  expect(moduleOutline('m', files).pages.map((page) => page.name)).toEqual(['01-a.md', '02-a.md', '03-b.md'])
})
