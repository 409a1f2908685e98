/** A font file, read only when a text needs it: the Chinese one alone is 10 MB. */
export interface FontFile {
  /** As Node resolves it. */
  file: string
  needed: RegExp
}

const noto = '@expo-google-fonts/noto-sans'
const always = /(?:)/
const arabic = /\p{Script=Arabic}/u
const chinese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u

/** All fonts a certificate may be set in. Noto Sans carries Latin with every accent, Greek and Cyrillic. */
export const fontFiles: readonly FontFile[] = [
  { file: `${noto}/400Regular/NotoSans_400Regular.ttf`, needed: always },
  { file: `${noto}/600SemiBold/NotoSans_600SemiBold.ttf`, needed: always },
  { file: `${noto}-arabic/400Regular/NotoSansArabic_400Regular.ttf`, needed: arabic },
  { file: `${noto}-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf`, needed: arabic },
  { file: `${noto}-sc/500Medium/NotoSansSC_500Medium.ttf`, needed: chinese },
]

/** The signs a font has, from its `cmap` table (OpenType 1.9, formats 4 and 12). Throws when the file has neither. */
export function signsOf(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableAt(view, 'cmap')
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => {
    const at = cmap + view.getUint32(cmap + 8 + index * 8)
    return { at, format: view.getUint16(at) }
  })
  const full = subtables.find(({ format }) => format === 12)
  if (full) return new Set(rangesOf12(view, full.at))
  const basic = subtables.find(({ format }) => format === 4)
  if (!basic) throw new Error('a font without a readable cmap')
  return new Set(rangesOf4(view, basic.at))
}

function tableAt(view: DataView, tag: string): number {
  for (let entry = 12; entry < 12 + view.getUint16(4) * 16; entry += 16) {
    const name = String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(entry + place)))
    if (name === tag) return view.getUint32(entry + 8)
  }
  throw new Error(`a font without a ${tag} table`)
}

function* rangesOf12(view: DataView, at: number): Generator<number> {
  for (let group = at + 16; group < at + 16 + view.getUint32(at + 12) * 12; group += 12)
    for (let sign = view.getUint32(group); sign <= view.getUint32(group + 4); sign++) yield sign
}

function* rangesOf4(view: DataView, at: number): Generator<number> {
  const size = view.getUint16(at + 6)
  for (let place = 0; place < size; place += 2) {
    const last = view.getUint16(at + 14 + place)
    const first = view.getUint16(at + 16 + size + place)
    for (let sign = first; sign <= last && sign !== 0xffff; sign++) yield sign
  }
}

const clusters = new Intl.Segmenter('da', { granularity: 'grapheme' })
const shown = /[^\p{Default_Ignorable_Code_Point}\s]/u

/**
 * The signs of a text that no font can show, each once, as `U+0E01`. A letter and its marks have to be in the same font:
 * a mark alone from another one is not a letter.
 */
export function missingSigns(text: string, fonts: readonly ReadonlySet<number>[]): string[] {
  const missing = new Set<string>()
  for (const { segment } of clusters.segment(text.normalize('NFC'))) {
    const signs = [...segment].filter((sign) => shown.test(sign)).map((sign) => sign.codePointAt(0) as number)
    if (fonts.some((font) => signs.every((sign) => font.has(sign)))) continue
    for (const sign of signs) missing.add(`U+${sign.toString(16).toUpperCase().padStart(4, '0')}`)
  }
  return [...missing]
}
