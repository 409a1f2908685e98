/** Where a picture stands, in points from the lower left corner: left, bottom, right, top. */
export type Box = readonly [number, number, number, number]

/**
 * Says in a PDF what Typst's own `ua-1` setting would say (PDF/UA-1, ISO 14289-1): the identifier in its metadata, the title shown in
 * the window, the places of its pictures, in the order in which they are placed. The WebAssembly build of the compiler makes the same tagged file but cannot be given that setting.
 * Appends to the file, as PDF 1.7 §7.5.6 describes, and changes no byte of it. Throws when the file is not built as Typst builds it.
 */
export function withUaIdentifier(pdf: Uint8Array, pictures: readonly Box[]): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1')
  const catalog = objectOf(text, numberOf(text, /\/Root (\d+) 0 R/))
  const metadata = objectOf(text, numberOf(catalog.body, /\/Metadata (\d+) 0 R/))
  const figures = figuresIn(text)
  if (figures.length !== pictures.length) throw new Error(`a PDF with ${figures.length} pictures`)
  return appended(text, [
    { ...catalog, body: replaced(catalog.body, /\/ViewerPreferences\s*<</, '$&\n/DisplayDocTitle true') },
    { ...metadata, body: identified(metadata.body) },
    ...figures.map((figure, index) => ({
      ...figure,
      body: replaced(figure.body, /\/O \/Layout/, `$&\n/BBox [${pictures[index]?.join(' ')}]`),
    })),
  ])
}

interface PdfObject {
  number: number
  /** Between `obj` and `endobj`. */
  body: string
}

/** In reading order: Typst writes what comes later earlier, so the parent's list of what it holds is asked. */
function figuresIn(text: string): PdfObject[] {
  const figures = [...text.matchAll(/(\d+) 0 obj\s*<<\s*\/Type \/StructElem\s*\/S \/Figure/g)].map((match) => {
    const figure = objectOf(text, Number(match[1]))
    const parent = objectOf(text, numberOf(figure.body, /\/P (\d+) 0 R/))
    return { figure, place: parent.body.search(new RegExp(`[\\[ ]${figure.number} 0 R`)) }
  })
  return figures.sort((one, other) => one.place - other.place).map(({ figure }) => figure)
}

function identified(body: string): string {
  const parts = /^([\s\S]*stream\r?\n)([\s\S]*?)(\r?\nendstream\s*)$/.exec(body)
  if (!parts) throw new Error('a PDF without plain metadata')
  const [, head, xmp, tail] = parts as unknown as [string, string, string, string]
  const named = replaced(xmp, /<rdf:Description rdf:about=""/, '$& xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"')
  const said = replaced(named, /<dc:title>/, '<pdfuaid:part>1</pdfuaid:part>$&')
  return replaced(head, /\/Length \d+/, `/Length ${said.length}`) + said + tail
}

function appended(text: string, objects: readonly PdfObject[]): Uint8Array {
  const trailer = text.slice(text.lastIndexOf('trailer'), text.lastIndexOf('startxref'))
  const previous = numberOf(text, /startxref\s+(\d+)\s+%%EOF\s*$/)
  let file = `${text}\n`
  const entries = objects.map(({ number, body }) => {
    const offset = String(file.length).padStart(10, '0')
    file += `${number} 0 obj${body}endobj\n`
    return `${number} 1\n${offset} 00000 n\r\n`
  })
  const start = file.length
  file += `xref\n${entries.join('')}${replaced(trailer, />>\s*$/, `/Prev ${previous}\n>>\n`)}startxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

function objectOf(text: string, number: number): PdfObject {
  const start = text.search(new RegExp(`(?<=[\\r\\n])${number} 0 obj\\b`))
  if (start < 0) throw new Error(`a PDF without object ${number}`)
  const body = text.slice(start + `${number} 0 obj`.length, text.indexOf('endobj', start))
  return { number, body }
}

function numberOf(text: string, pattern: RegExp): number {
  const match = pattern.exec(text)
  if (!match) throw new Error(`a PDF without ${pattern.source}`)
  return Number(match[1])
}

function replaced(text: string, pattern: RegExp, by: string): string {
  if (!pattern.test(text)) throw new Error(`a PDF without ${pattern.source}`)
  return text.replace(pattern, by)
}
