const rows = ['1234567890', 'qwertyuiopå', 'asdfghjklæø', 'zxcvbnm,.-']
const pad = ['789', '456', '123']

/** Where a key lies: its row, and its place with the rows set off as on a keyboard. */
const keys = new Map(rows.flatMap((row, y) => [...row].map((sign, x) => [sign, { x: x + y * 0.5, y }] as const)))

/** One pattern over and over, or there and back: `abab…`, `marinamarina`, `123454321`. Of a pattern that is long enough by itself, no. */
export function repeatsItself(text: string): boolean {
  const signs = [...text]
  for (let unit = 1; unit <= signs.length / 2 && unit < 12; unit++)
    if (signs.every((sign, place) => sign === signs[place % unit])) return true
  return signs.every((sign, place) => sign === signs[signs.length - 1 - place])
}

/** Into how many runs of neighbours the text falls: same sign, next letter or digit, next key. `qwerty123456` is two, a sentence has many. */
export function runsOf(text: string): number {
  const signs = [...text]
  return signs.filter((sign, place) => place === 0 || !isNeighbour(signs[place - 1] as string, sign)).length
}

function isNeighbour(one: string, other: string): boolean {
  if (one === other) return true
  if (/^[a-z\d]{2}$/.test(one + other) && Math.abs(one.charCodeAt(0) - other.charCodeAt(0)) === 1) return true
  const [here, there] = [keys.get(one), keys.get(other)]
  if (here && there && Math.abs(here.y - there.y) <= 1 && Math.abs(here.x - there.x) <= 1.5) return true
  return pad.some((row, y) => row.includes(one) && pad[y + 1]?.[row.indexOf(one)] === other)
}
