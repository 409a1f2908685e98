import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createTypstCompiler, loadFonts, type TypstCompiler } from '@myriaddreamin/typst.ts'
import encodeQR from 'qr'
import { type FontFile, fontFiles, missingSigns, signsOf } from './fonts.ts'
import { type Box, withUaIdentifier } from './pdf-ua.ts'
import type { CertificateSheet } from './sheet.ts'
import type { Answer, Job } from './typesetter.ts'

/** Runs in its own process, started by typesetter.ts: the compiler takes 140 MB and gives none of it back. */

const resolve = createRequire(import.meta.url).resolve
const template = readFileSync(join(import.meta.dirname, '../../views/certificates/certificate.typ'), 'utf8')
const compilerFile = resolve('@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm')

/** A4 on its side, and what stands on it: millimetres from the upper left corner. */
const page = { width: 297, height: 210 }
const qr = { left: 20, top: 119, size: 38 }
/** Where a logo ends on the right and begins at the top, and how large it gets. */
const logoBox = { right: 275, top: 17, width: 50, height: 20 }
const logoFile = '/logo.png'

const loaded = new Map<FontFile, { bytes: Uint8Array; signs: ReadonlySet<number> }>()
let compiler: TypstCompiler | null = null

process.on('disconnect', () => process.exit())
process.on('message', async ({ id, sheet }: Job) => {
  const answer = await typeset(sheet as CertificateSheet).then(
    (typeset): Answer => ({ id, ...typeset }),
    (error: unknown): Answer => ({ id, fault: String(error) }),
  )
  process.send?.(answer)
})

async function typeset({ logo, ...sheet }: CertificateSheet): Promise<{ pdf: Uint8Array; missing: string[] }> {
  const text = textsIn(sheet).join('\n')
  const typst = await compilerFor(text)
  const placed = logo && { ...placeLogo(logo), alt: logo.alt }
  if (logo) typst.mapShadow(logoFile, logo.png)
  const inputs = {
    sheet: JSON.stringify(sheet),
    qr: JSON.stringify({ ...qr, svg: encodeQR(sheet.url, 'svg') }),
    logo: JSON.stringify(placed && { ...placed, file: logoFile }),
  }
  const { result, diagnostics } = await typst.compile({ mainFilePath: '/certificate.typ', format: 1, inputs })
  if (!result) throw new Error(`the certificate was not typeset: ${JSON.stringify(diagnostics)}`)

  const missing = missingSigns(
    text,
    [...loaded.values()].map(({ signs }) => signs),
  )
  return { pdf: missing.length > 0 ? result : withUaIdentifier(result, boxesInPoints(placed)), missing }
}

async function compilerFor(text: string): Promise<TypstCompiler> {
  const wanted = fontFiles.filter((font) => font.needed.test(text) && !loaded.has(font))
  if (compiler && wanted.length === 0) return compiler
  for (const font of wanted) {
    const bytes = new Uint8Array(readFileSync(resolve(font.file)))
    loaded.set(font, { bytes, signs: signsOf(bytes) })
  }
  const fonts = [...loaded.values()].map(({ bytes }) => bytes)
  compiler = createTypstCompiler()
  await compiler.init({
    getModule: () => ({ module_or_path: readFileSync(compilerFile) }),
    beforeBuild: [loadFonts(fonts, { assets: false })],
  })
  compiler.addSource('/certificate.typ', template)
  return compiler
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []

interface Place {
  left: number
  top: number
  width: number
  height: number
}

function placeLogo({ width, height }: { width: number; height: number }): Place {
  const scale = Math.min(logoBox.width / width, logoBox.height / height)
  const size = { width: width * scale, height: height * scale }
  return { left: logoBox.right - size.width, top: logoBox.top, ...size }
}

/** In the order in which the template places them. */
const boxesInPoints = (logo: Place | null): Box[] =>
  [...(logo ? [logo] : []), { ...qr, width: qr.size, height: qr.size }].map(boxInPoints)

function boxInPoints({ left, top, width, height }: Place): Box {
  const points = (millimetres: number) => Math.round((millimetres * 72000) / 25.4) / 1000
  return [points(left), points(page.height - top - height), points(left + width), points(page.height - top)]
}
