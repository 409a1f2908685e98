import { searchable } from '#base/text.ts'

/** Why two records look like the same person; the strongest first. */
export const likenesses = ['same-number', 'same-address', 'same-name-and-venue', 'same-name'] as const
export type Likeness = (typeof likenesses)[number]

export interface Entered {
  personId: string
  name: string
  login: string | null
  /** Ids of the venues somebody by this record works or has worked at. */
  venues: readonly string[]
}

export interface Pair {
  /** The smaller id first. */
  people: readonly [string, string]
  likeness: Likeness
}

/** The pairs among some people that look like one person entered twice, the likeliest first; those told apart are left out. */
export function likelyPairs(people: readonly Entered[], apart: ReadonlySet<string>): Pair[] {
  const found = new Map<string, Pair>()
  const note = (group: readonly Entered[], likeness: (a: Entered, b: Entered) => Likeness) => {
    for (const [place, one] of group.entries())
      for (const other of group.slice(place + 1)) {
        const ids = [one.personId, other.personId].sort() as [string, string]
        const key = pairKey(...ids)
        if (!apart.has(key) && !found.has(key)) found.set(key, { people: ids, likeness: likeness(one, other) })
      }
  }
  for (const group of groupsBy(people, numberKey)) note(group, () => 'same-number')
  for (const group of groupsBy(people, addressKey)) note(group, () => 'same-address')
  for (const group of groupsBy(people, nameKey))
    note(group, (a, b) => (meet(a, b) ? 'same-name-and-venue' : 'same-name'))
  return [...found.values()].sort((a, b) => likenesses.indexOf(a.likeness) - likenesses.indexOf(b.likeness))
}

export const pairKey = (one: string, other: string): string => [one, other].sort().join(' ')

/** More than this many of one key is no likeness but a common name: nobody would look through them. */
const mostOfAKind = 20

function groupsBy(people: readonly Entered[], keyOf: (of: Entered) => string | null): Entered[][] {
  const groups = Map.groupBy(people, keyOf)
  groups.delete(null)
  return [...groups.values()].filter((group) => group.length > 1 && group.length <= mostOfAKind)
}

const meet = (a: Entered, b: Entered) => a.venues.some((venue) => b.venues.includes(venue))

/** A name whatever the order of its parts, their case, accents and hyphens, and however æ, ø and å are written. */
export const nameKey = ({ name }: Pick<Entered, 'name'>): string | null => {
  const parts = searchable(name)
    .replaceAll('oe', 'o')
    .replaceAll(/a[ea]/g, 'a')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  return parts.length === 0 ? null : parts.sort().join(' ')
}

/** The last eight digits of a number: what stays the same when the country or its zeros are written differently. */
export function numberKey({ login }: Pick<Entered, 'login'>): string | null {
  if (!login || login.includes('@')) return null
  const digits = login.replaceAll(/\D/g, '')
  return digits.length < 8 ? null : digits.slice(-8)
}

/** An address without what many mail services overlook: dots before the @ and a `+word` (RFC 5233 calls it detail). */
export function addressKey({ login }: Pick<Entered, 'login'>): string | null {
  const [box, host] = login?.split('@') ?? []
  if (!box || !host) return null
  return `${box.replace(/\+.*/, '').replaceAll('.', '')}@${host}`
}
