import { expect, test } from 'vitest'
import { toChangesPart } from '#comparing/changes-part.ts'
import { compareTexts } from '#comparing/text-change.ts'
import { wordsIn } from '#web/words.ts'

const numbered = (count: number, say = (n: number) => `line ${n}`) =>
  Array.from({ length: count }, (_, n) => say(n + 1)).join('\n')

/** `-` taken out, `+` put in, ` ` kept, `…n` folded; changed words in brackets. */
const shown = (before: string, after: string) =>
  compareTexts(before, after).rows.map((row) => {
    if (row.kind === 'folded') return `…${row.count}`
    const words = row.words.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')
    return { kept: ' ', out: '-', in: '+' }[row.kind] + words
  })

test('a changed line shows both wordings with the words that differ marked, two lines around it, the rest folded', () => {
  const before = `${numbered(5)}\nRing til en ven, hvis du er i fare.\n${numbered(9)}\n`
  const after = before.replace('en ven', '112 med det samme')
  expect(shown(before, after)).toEqual([
    '…3',
    ' line 4',
    ' line 5',
    '-Ring til [en ven], hvis du er i fare.',
    '+Ring til [112 med det samme], hvis du er i fare.',
    ' line 1',
    ' line 2',
    '…7',
  ])
})

test('a line that says something else is taken out and put in, not marked word by word', () => {
  expect(shown('a\nEn gæst er uhøflig.\nb', 'a\nPolitiet kommer straks.\nb')).toEqual([
    ' a',
    '-En gæst er uhøflig.',
    '+Politiet kommer straks.',
    ' b',
  ])
})

test('in a rewritten paragraph each line stands with the one that took its place', () => {
  const before = 'Ring 112 ved fare.\nHold afstand til kniven.'
  const after = 'Tag det roligt nu.\nRing straks 112 ved fare.\nHold god afstand til kniven.'
  expect(shown(before, after)).toEqual([
    '+Tag det roligt nu.',
    '-Ring 112 ved fare.',
    '+Ring [straks ]112 ved fare.',
    '-Hold afstand til kniven.',
    '+Hold [god ]afstand til kniven.',
  ])
})

test('line ends and a missing last one are no change', () => {
  expect(compareTexts('a\r\nb\r\n', 'a\nb')).toMatchObject({ putIn: 0, takenOut: 0, whole: false })
  expect(compareTexts('', '')).toMatchObject({ rows: [], putIn: 0, takenOut: 0 })
})

test('applying the rows of any comparison gives back both texts', () => {
  const pairs = [
    ['', 'a\nb'],
    ['a\nb', ''],
    ['a\nb\nc', 'b\nc\na'],
    [numbered(40), numbered(40, (n) => (n % 7 === 0 ? `other ${n}` : `line ${n}`))],
    [numbered(1000, (n) => `old ${n}`), numbered(1000, (n) => `new ${n} entirely`)],
  ] as const
  for (const [before, after] of pairs) {
    const { rows, putIn, takenOut } = compareTexts(before, after)
    const side = (kind: 'out' | 'in') =>
      rows.flatMap((row) => (row.kind === kind ? [row.words.map((word) => word.text).join('')] : []))
    const lines = (text: string) => (text === '' ? [] : text.split('\n'))
    expect([side('out').length, side('in').length]).toEqual([takenOut, putIn])
    expect(lines(after).length - lines(before).length).toBe(putIn - takenOut)
    for (const line of side('in')) expect(lines(after)).toContain(line)
    for (const line of side('out')) expect(lines(before)).toContain(line)
  }
})

test('texts of 100 kB made to be slow are answered as wholly replaced, not compared to the end', () => {
  const hostile = [
    [numbered(12_000, (n) => `x${n}`), numbered(12_000, (n) => `y${n}`)],
    ['a\nb\n'.repeat(25_000), 'b\nb\na\n'.repeat(16_000)],
    ['a b '.repeat(25_000), 'b c '.repeat(25_000)],
  ] as const
  for (const [before, after] of hostile) {
    const started = performance.now()
    expect(compareTexts(before, after).takenOut).toBeGreaterThan(0)
    expect(performance.now() - started).toBeLessThan(2000)
  }
  expect(compareTexts(...(hostile[0] as [string, string])).whole).toBe(true)
})

test('the part says how much changed and stops after as many rows as a page can bear', () => {
  const part = toChangesPart(compareTexts('', numbered(1000)), wordsIn('da'), 10)
  expect(part).toMatchObject({ summary: '1000 linjer sat ind', more: 'Og 990 linjer mere.' })
  expect(part.rows).toHaveLength(10)
  expect(part.rows[0]).toMatchObject({ kind: 'in', said: 'sat ind' })
})
