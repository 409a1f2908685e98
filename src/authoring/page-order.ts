/** The most pages a module's two-digit numbers can count. */
export const mostPages = 99

/** A file that gets another name, in every language it is in. */
export interface Renaming {
  from: string
  to: string
}

/** Moves one name in a list by one place; at the end of the list nothing happens. */
export function movedBy<T>(list: readonly T[], thing: T, by: 1 | -1): T[] {
  const from = list.indexOf(thing)
  const to = from + by
  if (from === -1 || to < 0 || to >= list.length) return [...list]
  return list.map((one, place) => (place === from ? (list[to] as T) : place === to ? thing : one))
}

/**
 * The new names of page files (`01-hvorfor.md`) so that they sort as listed. The numbers there are stay in use where they tell the pages apart;
 * otherwise all are numbered anew. The rest of a name, the page's id, never changes.
 */
export function renumbered(names: readonly string[]): Renaming[] {
  const used = names.map((name) => name.slice(0, 2)).toSorted()
  const apart = new Set(used).size === used.length
  const numbers = apart ? used : names.map((_, place) => String(place + 1).padStart(2, '0'))
  return names.flatMap((from, place) => {
    const to = `${numbers[place]}${from.slice(2)}`
    return to === from ? [] : [{ from, to }]
  })
}

/** The number of a page that is put last: `04`; null when there is no room for another. */
export function nextNumber(names: readonly string[]): string | null {
  const last = Math.max(0, ...names.map((name) => Number(name.slice(0, 2))))
  if (last < mostPages) return String(last + 1).padStart(2, '0')
  return null
}
