import { type Day, isDay } from '#base/dates.ts'
import { tidyName } from '#base/text.ts'
import { type VenueKind, venueKinds } from '#people/venue.ts'
import { form, type Typed, typedText } from '#web/form.ts'
import type { Key } from '#web/words.ts'

export type Faults = Partial<Record<string, Key>>

export interface VenueForm {
  name: string
  kind: VenueKind
  address: string
  openAfter02: boolean
}

export type ReadForm<Value> = { ok: true; value: Value } | { ok: false; typed: Typed; faults: Faults }

const nameFaults = { name: 'venues.nameFault', address: 'venues.addressFault' } as const
const readVenueRaw = form(
  (type) =>
    type.Object({
      name: type.String({ maxLength: 100 }),
      kind: type.Union(venueKinds.map((kind) => type.Literal(kind))),
      address: type.String({ maxLength: 200 }),
      late: type.Optional(type.Array(type.Literal('yes'))),
    }),
  { ...nameFaults, kind: 'venues.kindFault', late: 'venues.kindFault' },
)

/** The form of a venue, new or known: name, kind, address, and whether it is open after two at night. */
export function readVenue(body: unknown): ReadForm<VenueForm> {
  const read = readVenueRaw(body)
  const typed: Typed = read.ok ? read.value : read.typed
  const empty = Object.entries(nameFaults).filter(([name]) => tidyName(typedText(typed, name)) === '')
  const faults: Faults = { ...Object.fromEntries(empty), ...(read.ok ? {} : read.faults) }
  if (!read.ok || Object.keys(faults).length > 0) return { ok: false, typed, faults }
  const { name, kind, address, late } = read.value
  const value = { name: tidyName(name), kind: kind as VenueKind, address: tidyName(address) }
  return { ok: true, value: { ...value, openAfter02: late !== undefined } }
}

/** A venue that was read, to be shown again. */
export const typedVenue = ({ name, kind, address }: Omit<VenueForm, 'openAfter02'>): Typed => ({ name, kind, address })

const readDayRaw = form((type) => type.Object({ on: type.String() }), { on: 'missing' })

/** The day typed into `on`; `day` is null when there is no such day. */
export function readDay(body: unknown): { day: Day | null; typed: string } {
  const read = readDayRaw(body)
  const typed = read.ok ? read.value.on.trim() : ''
  return { day: isDay(typed) ? typed : null, typed }
}

/** What is looked for in a list of venues: `?q=`. */
export function readSought(query: unknown): string {
  const sought = (query as { q?: unknown } | null)?.q
  return typeof sought === 'string' ? sought.trim().slice(0, 100) : ''
}
