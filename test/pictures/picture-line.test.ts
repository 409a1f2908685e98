import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseLine } from '#courses/markdown.ts'
import { isPictureName } from '#courses/pictures.ts'
import { altIn, mentions, pictureLine, withLine } from '#pictures/picture-line.ts'
import { pictureName } from '#pictures/picture-name.ts'

test.each([
  ['En kost med skaft', 'en-kost-med-skaft'],
  ['Ærø: Øl på åen!', 'aeroe-oel-paa-aaen'],
  ['Café "Señor"', 'cafe-senor'],
  ['日本', 'billede'],
  ['../../etc/passwd', 'etc-passwd'],
  ['En vagt tjekker et kørekort i døren, mens gæsten venter', 'en-vagt-tjekker-et-koerekort-i-doeren'],
  ['x'.repeat(200), 'x'.repeat(40)],
])('%s is called %s', (alt, name) => {
  expect(pictureName(alt, new Set())).toBe(name)
  expect(pictureName(alt, new Set([name, `${name}-2`]))).toBe(`${name}-3`)
})

test('whatever is written, the name is one a picture may have', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aÆø å-_./\\日\u0301é🙂Ǆ') }), (alt) =>
      isPictureName(`${pictureName(alt, new Set())}.webp`),
    ),
  )
})

/** As the text of a course is read. */
function shownBy(line: string): { alt: string; src: string } | null {
  const [image, ...more] = parseLine(line)
  if (image?.type !== 'image' || more.length > 0) return null
  return { alt: (image.children ?? []).map(({ content }) => content).join(''), src: String(image.attrGet('src')) }
}

test('the line shows the picture with exactly this text, whatever is in it', () => {
  for (const alt of [
    'En kost',
    'a](x.png) ![b',
    '*fed* _og_ `kode`',
    '</p><script>alert(1)</script>',
    'slut\\',
    '&lt; &amp;',
    '![[x]]',
    '{{lokalt:x}}',
  ])
    expect([alt, shownBy(pictureLine(alt, 'x.webp'))]).toEqual([alt, { alt, src: 'x.webp' }])
  const typed = fc
    .string({ unit: fc.constantFrom(...'ab [](){}!\\*_`<>&#~|"\''), minLength: 1 })
    .map((text) => text.trim())
  fc.assert(
    fc.property(typed, (alt) => {
      fc.pre(alt !== '')
      expect(shownBy(pictureLine(alt, 'x.webp'))).toEqual({ alt, src: 'x.webp' })
      expect(altIn(withLine('# Titel\n\nTekst', pictureLine(alt, 'x.webp')), 'x.webp')).toBe(alt)
    }),
  )
})

test('a line goes to the end of a page, on its own', () => {
  expect(withLine('# Titel\n\n:::\n\n\n', '![a](x.webp)')).toBe('# Titel\n\n:::\n\n![a](x.webp)\n')
})

test.each([
  ['![En kost](kost.webp)', true],
  ['![En kost]( <kost.webp> "Titel")', true],
  ['[kost]: kost.webp', true],
  ['![En kost](min-kost.webp)', false],
  ['![En kost](kost.webp2)', false],
  ['![En kost](kost.png)', false],
])('in %s the picture is spoken of: %s', (text, spoken) => {
  expect(mentions(text, 'kost.webp')).toBe(spoken)
})

test('a text made to be slow is searched for a picture as quickly as another', () => {
  for (const text of ['![', '![\\', '](x.webp)', '![](x.web', '![a](y.webp)'].map((part) =>
    part.repeat(99_000 / part.length),
  )) {
    const before = performance.now()
    altIn(text, 'x.webp')
    expect([text.slice(0, 9), performance.now() - before < 500]).toEqual([text.slice(0, 9), true])
  }
})
