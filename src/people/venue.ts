import { searchable } from '#base/text.ts'
import type { Key } from '#web/words.ts'

export const venueKinds = ['bar', 'disco', 'restaurant', 'hall', 'other'] as const
export type VenueKind = (typeof venueKinds)[number]

export const kindKey = (kind: VenueKind): Key => `people.kind.${kind}`

export interface Venue {
  id: string
  /** Short name in addresses. */
  slug: string
  name: string
  kind: VenueKind
  address: string
}

/** A short name for addresses from a venue's name: `Café Ærø & Co.` is `cafe-aeroe-co`. Never empty, 60 characters at the most. */
export function slugOf(name: string): string {
  const words = searchable(name)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
  return words.slice(0, 60).trim().replaceAll(' ', '-') || 'sted'
}
