import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsv } from '#coverage/csv.ts'

const formulas = [
  '=1+1',
  '+45',
  '-1',
  '@sum',
  '\t=1',
  '\r=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  ' =1',
  '"=1',
  "'=1",
  '\uFEFF=1',
  '\n=1',
]

test.each(formulas)('%j is no formula to a spreadsheet', (text) => {
  const [, [cell]] = parse(toCsv(['name'], [[text]]), { bom: true }) as [string[], [string]]
  expect(cell).toBe(`'${text}`)
})

test('days, numbers and ordinary names are left as they are', () => {
  const row = ['2026-03-01', 12, 'Åse Østergård', 'Anne-Marie = sig selv', null]
  const rows = parse(toCsv(['a', 'b', 'c', 'd', 'e'], [row]), { bom: true }) as string[][]
  expect(rows[1]).toEqual(['2026-03-01', '12', 'Åse Østergård', 'Anne-Marie = sig selv', ''])
})

test('a sheet begins with the mark that Excel reads and ends its lines with CRLF', () => {
  expect(toCsv(['a', 'b'], [['x, "y"', 1]])).toBe('\uFEFFa,b\r\n"x, ""y""",1\r\n')
})

test('any text comes back from another reader of CSV as it was, but for the apostrophe', () => {
  const text = fc.string({ unit: 'grapheme' })
  const sheet = fc.array(fc.tuple(text, text, text), { minLength: 1 })
  fc.assert(
    fc.property(sheet, (rows) => {
      const [, ...read] = parse(toCsv(['a', 'b', 'c'], rows), { bom: true, record_delimiter: '\r\n' }) as string[][]
      const asTheyWere = read.map((row, line) =>
        row.map((cell, n) => (cell === `'${rows[line]?.[n]}` ? rows[line]?.[n] : cell)),
      )
      expect(asTheyWere).toEqual(rows)
    }),
  )
})
