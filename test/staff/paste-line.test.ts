import { expect, test } from 'vitest'
import { textOfFile } from '#base/text-of-file.ts'
import { readPasteForm } from '#staff/paste-forms.ts'
import { leftOver, readPaste } from '#staff/paste-line.ts'
import { writtenDay } from '#staff/written-day.ts'
import { writtenJob } from '#staff/written-job.ts'

const today = '2026-11-22'
const defaults = { job: 'bar', firstOn: today } as const
const read = (text: string) =>
  readPaste(text, defaults).lines.map(({ read }) => (read.ok ? read.entry : read.faults.map(({ key }) => key)))
const mie = { name: 'Mie Krog', login: '+4520304050', job: 'bar', firstOn: today }
const faultOf = (name: string) => [`staff.paste.fault.${name}`]

test.each([
  ['tabs', 'Mie Krog\t20 30 40 50\tBar\t1-12-2026'],
  ['semicolons', 'Mie Krog;20304050;bar;2026-12-01'],
  ['commas', 'Mie Krog,+45 20 30 40 50,Bartender,01.12.2026'],
  ['quotes', '"Mie Krog";"20304050";"bar";"1/12-2026"'],
  ['quotes and tabs', '"Mie Krog"\t"20304050"\t"bar"\t"1/12-2026"'],
  ['a line for Excel before it', 'sep=;\nMie Krog;20304050;bar;1/12-2026'],
  ['English headings in another order', 'First day,Job,Mobile,Name\n1/12/2026,bar,20304050,Mie Krog'],
  ['Danish headings with more columns', 'Løn;Navn;E-mail;Mobilnr.;Startdato\n150;Mie Krog;;20304050;1-12-2026'],
  [
    'headings in other words',
    'Medarbejderens navn;Mobil eller e-mail;Job title;Første arbejdsdag\nMie Krog;20304050;bar;1-12-2026',
  ],
  ['a first and a last name', 'Fornavn\tEfternavn\tTelefon\tFørste dag\nMie\tKrog\t20304050\t01-12-2026 00:00:00'],
])('a line with %s is read', (_name, text) => {
  expect(read(text)).toEqual([{ ...mie, firstOn: '2026-12-01' }])
})

test('a line without job and day gets those chosen above the box', () => {
  expect(read('Mie Krog; 20 30 40 50')).toEqual([mie])
  expect(read('Mie Krog;20304050;;')).toEqual([mie])
})

test('a comma in a name is part of it where semicolons or tabs divide', () => {
  expect(read('Krog, Mie;20304050\nHolm, Bo;bo@example.dk')).toMatchObject([
    { name: 'Krog, Mie' },
    { name: 'Holm, Bo' },
  ])
})

test('somebody called Dag or Navn is no heading', () => {
  expect(read('Dag Navn;dag@mail.dk')).toMatchObject([{ name: 'Dag Navn' }])
})

test('what is wrong is told for each line by its place in the box', () => {
  const text = `Mie Krog;20304050

;30405060
Lars;lars@
Bo;bo@example.dk;pilot
Ida;ida@example.dk;bar;31-02-2026
Per;per@example.dk;bar;1-1-1930
Eva;eva@example.dk;bar;1-1-2030
Mie;+45 2030 4050
Kun et navn`
  const { lines } = readPaste(text, defaults)
  expect(lines.map(({ line }) => line)).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10])
  const faults = ['name', 'login', 'job', 'day', 'early', 'far', 'twice', 'loginMissing']
  expect(read(text)).toEqual([mie, ...faults.map(faultOf)])
  const [twice] = lines.slice(-2)
  expect(twice?.read.ok === false && twice.read.faults[0]?.values).toEqual({ line: 1 })
})

test.each([
  ['2026-11-22', today],
  ['22.11.2026', today],
  ['22-11-2026', today],
  ['22/11-2026', today],
  ['22/11/26', today],
  [' 22. 11. 2026 ', today],
  ['22-11-2026 08.00', today],
  ['11/22/2026', null],
  ['29-02-2026', null],
  ['29-02-2028', '2028-02-29'],
  ['2026-11', null],
  ['i morgen', null],
])('the day %s is %s', (text, day) => {
  expect(writtenDay(text)).toBe(day)
})

test.each([
  ['Køkken', 'kitchen'],
  ['KITCHEN', 'kitchen'],
  ['Dørmand', 'door'],
  ['vagtansvarlig', 'duty-manager'],
  ['duty-manager', 'duty-manager'],
  ['Duty manager', 'duty-manager'],
  ['Servering', 'floor'],
  ['Leder', 'manager'],
  ['Andet', 'other'],
  ['pilot', null],
])('the job %s is %s', (text, job) => {
  expect(writtenJob(text)).toBe(job)
})

test.each(['=HYPERLINK("http://evil.example";"x")', '+1+cmd|calc', '@SUM(A1)', '-2+3'])(
  'a name that a spreadsheet would run is refused: %s',
  (name) => {
    expect(read(`${name}\t20304050`)).toEqual([faultOf('formula')])
  },
)

test('hostile text is read as text: marks, nothings, open quotes, ten thousand columns', () => {
  expect(read('\uFEFFnavn;mobil\nMie Krog;20304050')).toEqual([mie])
  expect(read('Mie\u0000 Krog;2030\u00004050')).toEqual([mie])
  expect(read('"Bo;bo@example.dk\nMie Krog;20304050')[1]).toEqual(mie)
  expect(read('"Mie ""Mi"" Krog" ; "20304050";""')).toMatchObject([{ name: 'Mie "Mi" Krog' }])
  expect(read('Mie "Mi" Krog;20304050')).toMatchObject([{ name: 'Mie "Mi" Krog' }])
  expect(read(`Mie Krog;20304050;bar;${today};${'x;'.repeat(10_000)}`)).toEqual([mie])
  expect(read(`${'navn;'.repeat(10_000)}login\nMie;20304050`)).toHaveLength(2)
  expect(read('<script>alert(1)</script>;20304050')).toMatchObject([{ name: '<script>alert(1)</script>' }])
  expect(read(`${'æ'.repeat(101)};20304050`)).toEqual([faultOf('nameLong')])
  expect(readPaste(`Mie;${'x'.repeat(5000)}`, defaults).lines[0]?.login.length).toBeLessThan(100)
})

test('a box full of quotes is read within a blink', () => {
  const started = performance.now()
  for (const text of [
    '"'.repeat(64_000),
    '";'.repeat(32_000),
    '"a";"'.repeat(12_000),
    `${'"'.repeat(200)}\n`.repeat(300),
  ])
    readPaste(text, defaults)
  expect(performance.now() - started).toBeLessThan(500)
})

test('300 lines are taken, with headings or without; 301 and an empty box are not', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, n) => `Mie ${n};mie${n}@example.dk`).join('\n')
  expect(readPasteForm({ text: lines(300), job: 'bar' }).ok).toBe(true)
  expect(readPasteForm({ text: `navn;login\n${lines(300)}`, job: 'bar' }).ok).toBe(true)
  expect(readPasteForm({ text: lines(301), job: 'bar' })).toMatchObject({ faults: { text: 'staff.paste.tooMany' } })
  expect(readPasteForm({ text: ' \n ', job: 'bar' })).toMatchObject({ faults: { text: 'staff.paste.empty' } })
  expect(readPasteForm({ text: 'x'.repeat(70_000), job: 'bar' })).toMatchObject({
    faults: { text: 'staff.paste.tooLarge' },
  })
  expect(readPasteForm({ text: 'Mie;20304050', job: 'king' })).toMatchObject({ faults: { job: 'staff.fault.job' } })
})

test('a file is read as Excel writes it: UTF-8, UTF-16, and the old encoding of Windows', () => {
  const text = 'Søren Ærø;20304050'
  expect(textOfFile(Buffer.from(text))).toBe(text)
  expect(textOfFile(Buffer.from(`\uFEFF${text}`, 'utf16le')).replace('\uFEFF', '')).toBe(text)
  expect(textOfFile(Buffer.from(text, 'latin1'))).toBe(text)
})

test('what is left over are the headings and the lines with faults, as they were written', () => {
  const text = 'Navn;Mobil;Løn\nMie Krog;20304050;1\n"Lars; Bo";12;2'
  expect(leftOver(readPaste(text, defaults))).toBe('Navn;Mobil;Løn\n"Lars; Bo";12;2')
  expect(leftOver(readPaste('Mie Krog;20304050', defaults))).toBe('')
})
