import { afterAll, expect, test } from 'vitest'
import { withUaIdentifier } from '#certificates/pdf-ua.ts'
import { toSheet } from '#certificates/sheet.ts'
import { openTypesetter } from '#certificates/typesetter.ts'
import { wordsIn } from '#web/words.ts'
import { sample } from './sample.ts'

const typesetter = openTypesetter()
afterAll(() => typesetter.close())

const names = [
  ['Danish', 'Åse Ørsted Kjær', 'Latin'],
  ['Arabic', 'محمد عبد الله الحسيني', 'Arabic'],
  ['Vietnamese', 'Nguyễn Thị Phương Thảo', 'Latin'],
  ['Polish', 'Łukasz Źdźbło-Święcicki', 'Latin'],
  ['Chinese', '王小明 李静', 'Chinese'],
  ['Cyrillic', 'Дмитро Щербак', 'Latin'],
  ['decomposed', 'A\u030ase O\u0308stlund', 'Latin'],
  [
    'of 90 letters',
    'Maximiliane Alexandra Konstantinopolskaya von und zu Hohenlohe-Waldenburg-Schillingsfürst Ø',
    'Latin',
  ],
  ['of one word', 'Ines', 'Latin'],
  ['of one long word', 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3), 'Latin'],
  ['that looks like source', '#panic("x") $x$ \\ "a" <b> *c* @d `e`', 'Latin'],
] as const

const print = async (name: string, language: 'da' | 'en' = 'da', certificate = sample) => {
  const sheet = toSheet(certificate, name, wordsIn(language), `https://natteliv.example/v/${certificate.number}`)
  const { pdf, missing } = await typesetter.typeset(sheet)
  return { missing, pdf: Buffer.from(pdf), file: Buffer.from(pdf).toString('latin1') }
}

/** Every sign that the PDF says its glyphs mean: what a reader copies, searches and hears. */
function signsIn(file: string): Set<string> {
  const meanings = file.matchAll(/^<[\dA-F]+> <((?:[\dA-F]{4})+)>$/gim)
  return new Set(
    [...meanings].flatMap(([, hex]) => [
      ...Buffer.from(hex as string, 'hex')
        .swap16()
        .toString('utf16le'),
    ]),
  )
}

test.each(names)(
  'a name that is %s is printed with all its letters, on one page, as PDF/UA-1',
  async (_kind, name, font) => {
    const { pdf, file, missing } = await print(name)
    expect(missing).toEqual([])
    expect(file.startsWith('%PDF-1.7')).toBe(true)
    expect(file.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
    const said = signsIn(file)
    expect([...name.normalize('NFC')].filter((sign) => sign !== ' ' && !said.has(sign))).toEqual([])
    for (const claim of [
      /<pdfuaid:part>1<\/pdfuaid:part>/,
      /\/DisplayDocTitle true/,
      /\/Marked true/,
      /\/Lang \(da\)/,
      /\/BBox \[/,
    ])
      expect(file).toMatch(claim)
    const fonts = new Set([...file.matchAll(/\/BaseFont \/[A-Z]{6}\+(NotoSans\w*)/g)].map((match) => match[1]))
    expect(fonts.has('NotoSansArabic') || [...fonts].some((one) => one?.startsWith('NotoSansArabic'))).toBe(
      font === 'Arabic',
    )
    expect([...fonts].some((one) => one?.startsWith('NotoSansSC'))).toBe(font === 'Chinese')
    expect(file.match(/\/FontFile[23] /g)?.length).toBeGreaterThanOrEqual(2)
    expect(pdf.length).toBeLessThan(80_000)
  },
)

test('a name with signs that no font has is printed all the same, without the promise, and the signs are named', async () => {
  const { file, missing } = await print('สมชาย 😀')
  expect(missing).toContain('U+0E2A')
  expect(missing).toContain('U+1F600')
  expect(file).not.toContain('pdfuaid')
  expect(file.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
})

test('the same certificate is the same file, whenever it is printed', async () => {
  const [once, again] = [await print('Ines'), await print('Ines')]
  expect(again.pdf.equals(once.pdf)).toBe(true)
})

test('it stays on one page with ten modules, no last day and DEMO across it, in English', async () => {
  const modules = Array.from({ length: 5 }, () => sample.snapshot.modules).flat()
  const snapshot = { ...sample.snapshot, modules, lastOn: null, demo: true }
  const { file } = await print('Maximiliane Alexandra Konstantinopolskaya von und zu Hohenlohe-Waldenburg', 'en', {
    ...sample,
    snapshot,
  })
  expect(file.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
  expect(file).toContain('/Lang (en)')
  const said = signsIn(file)
  expect([...'DEMO'].every((sign) => said.has(sign))).toBe(true)
})

test('the picture has words, and the addresses on it are links', async () => {
  const { file } = await print('Ines', 'en')
  expect(file).toMatch(/\/Alt \(QR code that leads to https:\/\/natteliv.example\/v\/7K3M/)
  expect(file).toContain('/URI (https://natteliv.example/v/7K3M9QX2TB5RWV8DHN4CZ6PJFY1)')
})

test('what was appended stands where the file says it does, and leads back to the rest', async () => {
  const { file } = await print('Ines')
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1])
  const table = file.slice(start)
  const entries = [...table.matchAll(/^(\d+) 1\n(\d{10}) 00000 n\r\n/gm)]
  expect(table.startsWith('xref\n')).toBe(true)
  expect(entries).toHaveLength(3)
  for (const [, number, offset] of entries) expect(file.slice(Number(offset))).toMatch(new RegExp(`^${number} 0 obj`))
  const previous = Number(/\/Prev (\d+)/.exec(table)?.[1])
  expect(file.slice(previous)).toMatch(/^xref/)
})

test('a file that is not built as Typst builds it is refused, not half changed', () => {
  expect(() => withUaIdentifier(Buffer.from('%PDF-1.7\nnothing'), [[0, 0, 1, 1]])).toThrow('a PDF without')
})
