import { stringify } from 'csv-stringify/sync'

export type Cell = string | number | null

/** What a spreadsheet would take for a formula, also behind space, quotes or a byte order mark (OWASP, CSV injection). */
const formula = /^[\s\uFEFF\u200B"']*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** A table as RFC 4180 with CRLF, in UTF-8 with the mark that makes Excel read æ, ø and å. Text that looks like a formula gets an apostrophe. */
export const toCsv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  stringify([header.map(harmless), ...rows.map((row) => row.map(harmless))], {
    bom: true,
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/,
  })

const harmless = (cell: Cell): Cell => (typeof cell === 'string' && formula.test(cell) ? `'${cell}` : cell)
