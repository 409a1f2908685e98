import { searchable } from '#base/text.ts'
import { loginOf } from '#signin/login.ts'
import type { Row } from './paste-table.ts'

export type Column = 'name' | 'login' | 'job' | 'firstOn'

/** Words of which one stands in the heading of a column, folded; a heading is what it is first found to be. */
const called: readonly (readonly [Column, readonly string[]])[] = [
  [
    'login',
    'login mobil mobilnummer mobilnr mobiltelefon telefon telefonnummer telefonnr tlf mail email mobile phone'.split(
      ' ',
    ),
  ],
  ['name', 'navn fornavn efternavn medarbejder name surname employee'.split(' ')],
  ['job', 'funktion job stilling titel position role rolle'.split(' ')],
  [
    'firstOn',
    'dag arbejdsdag startdato start dato ansat ansaettelsesdato begynder day date from fra since siden'.split(' '),
  ],
]
const parts = ['fornavn', 'efternavn', 'first', 'last', 'surname']

/** Which cells of a line are what: a name may stand in two, a login in one of several. */
export type Places = Readonly<Record<Column, readonly number[]>>

const asTold: Places = { name: [0], login: [1], job: [2], firstOn: [3] }

/** The lines with people in them, and where what stands: in the order told above the box, or as a first line with headings says. */
export function readColumns(rows: readonly Row[]): { places: Places; rows: readonly Row[] } {
  const [first, ...rest] = rows
  const places = first ? headingsIn(first) : null
  return places ? { places, rows: rest } : { places: asTold, rows }
}

/** Headings are a line that names the name and the login, and holds no login itself. */
function headingsIn({ cells }: Row): Places | null {
  if (cells.some((cell) => loginOf(cell) !== null)) return null
  const headings = cells.map((cell) => searchable(cell).split(/[^a-z]+/))
  const kinds = headings.map((words) => called.find(([, known]) => words.some((word) => known.includes(word)))?.[0])
  const placesOf = (column: Column) => kinds.flatMap((kind, place) => (kind === column ? [place] : []))
  const inParts = headings.some((words) => words.some((word) => parts.includes(word)))
  const names = placesOf('name')
  const places = {
    name: inParts ? names : names.slice(0, 1),
    login: placesOf('login'),
    job: placesOf('job').slice(0, 1),
    firstOn: placesOf('firstOn').slice(0, 1),
  }
  return places.name.length > 0 && places.login.length > 0 ? places : null
}

/** What stands in a column of a line: all of a name, the first of anything else that is filled in. */
export function cellIn({ cells }: Row, places: Places, column: Column): string {
  const filled = places[column].map((place) => cells[place] ?? '').filter((cell) => cell !== '')
  return column === 'name' ? filled.join(' ') : (filled[0] ?? '')
}
