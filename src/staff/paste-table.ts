export interface Row {
  /** Its place in the text, from 1; empty lines are counted. */
  line: number
  /** As it stands in the text. */
  text: string
  /** Tidied, without quotes; never more than `mostCells`. */
  cells: readonly string[]
}

/** A line that only tells Excel what divides the others. */
const toldToExcel = /^"?sep=.?"?$/i
const mostCells = 30
const separators = ['\t', ';', ','] as const

/** Text as it comes out of a spreadsheet, line by line. Each line stands for itself, so that an open quote spoils no other. */
export function rowsOf(text: string): Row[] {
  const lines = plain(text).split(/\r\n|\r|\n/)
  const separator = separatorOf(lines)
  return lines.flatMap((line, place) =>
    line.trim() === '' || toldToExcel.test(line)
      ? []
      : [{ line: place + 1, text: line, cells: cellsOf(line, separator) }],
  )
}

/** Without the mark that spreadsheets put first, and without signs that nobody sees. */
const plain = (text: string) => text.replace(/^\uFEFF/, '').replaceAll(/(?![\t\r\n])[\p{Cc}\uFEFF]/gu, ' ')

/** The first of them that stands in most lines. A comma may be part of a name; a tab never is. */
function separatorOf(lines: readonly string[]): string {
  const filled = lines.filter((line) => line.trim() !== '')
  const inMost = (separator: string) => filled.filter((line) => line.includes(separator)).length * 2 >= filled.length
  return (
    separators.find(inMost) ?? separators.find((separator) => filled.some((line) => line.includes(separator))) ?? ';'
  )
}

function cellsOf(line: string, separator: string): string[] {
  const cells = quotedCells(line, separator) ?? line.split(separator)
  return cells.slice(0, mostCells).map((cell) => cell.replaceAll(/\s+/g, ' ').trim())
}

const quoted = /^ *"((?:[^"]|"")*)" */

/** Cells of which some stand in quotes, where a quote is written twice; null when the quotes do not fit together: then they are signs like any other. */
function quotedCells(line: string, separator: string): string[] | null {
  if (!line.includes('"')) return null
  const cells: string[] = []
  for (let rest: string | null = line; rest !== null; ) {
    const [whole, inside] = quoted.exec(rest) ?? []
    const end = rest.indexOf(separator, whole?.length ?? 0)
    const after: string = rest.slice(whole?.length ?? 0, end < 0 ? undefined : end)
    if (after.includes('"') || (whole !== undefined && after !== '')) return null
    cells.push(inside?.replaceAll('""', '"') ?? after)
    rest = end < 0 ? null : rest.slice(end + 1)
  }
  return cells
}
