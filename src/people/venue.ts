export const venueKinds = ['bar', 'disco', 'restaurant', 'hall', 'other'] as const
export type VenueKind = (typeof venueKinds)[number]

export interface Venue {
  id: string
  /** Short name in addresses. */
  slug: string
  name: string
  kind: VenueKind
  address: string
}
