import type { Day } from '#base/dates.ts'
import { searchable } from '#base/text.ts'
import type { Closing } from '#people/closing.ts'
import { kindKey } from '#people/venue.ts'
import type { VenueFacts } from '#people/venue-facts-store.ts'
import type { Fault, Field, State } from '#web/parts.ts'
import { page } from '#web/views.ts'
import type { Words } from '#web/words.ts'
import { closingText, type Opening, openingOf } from './opening.ts'
import { faultsOf, type Shown, type VenueFields, venueFields } from './venue-fields.ts'

/** Every venue there is or was. */
export interface VenuesPage {
  title: string
  /** Null when there are few enough to see. */
  search: Field | null
  groups: readonly { title: string; venues: readonly VenueLine[] }[]
  /** Said when nothing is found, or when there are more than fit. */
  note: string | null
}

export interface VenueLine {
  name: string
  about: string
  state: State | null
  url: string
}

export const venuesPage = page<VenuesPage>('venues/venues')

export interface KnownVenues {
  venues: readonly VenueFacts[]
  closings: ReadonlyMap<string, readonly Closing[]>
  today: Day
}

const mostShown = 200
const fewEnough = 20

export function toVenuesPage(view: KnownVenues & { sought: string }, w: Words): VenuesPage {
  const wanted = searchable(view.sought)
  const found = view.venues.filter(({ name, address }) => searchable(`${name} ${address}`).includes(wanted))
  const collator = new Intl.Collator(w.language)
  found.sort((a, b) => collator.compare(a.name, b.name))
  const shown = found.slice(0, mostShown).map((venue) => ({ venue, opening: openingAt(view, venue) }))
  const group = (kind: Opening['kind']) => ({
    title: w.t(`venues.group.${kind}`),
    venues: shown.filter((one) => one.opening.kind === kind).map((one) => toLine(one, w)),
  })
  return {
    title: w.t('venues.title'),
    search: view.venues.length <= fewEnough ? null : searchField(view.sought, w),
    groups: [group('open'), group('closes'), group('closed')].filter((one) => one.venues.length > 0),
    note: noteOn(found.length, w),
  }
}

const searchField = (sought: string, w: Words): Field => ({
  name: 'q',
  label: w.t('venues.search'),
  type: 'search',
  value: sought,
  maxlength: 100,
})

function noteOn(found: number, w: Words): string | null {
  if (found === 0) return w.t('venues.noneFound')
  return found > mostShown ? w.t('venues.more', { shown: mostShown, all: w.number(found) }) : null
}

export const openingAt = ({ closings, today }: KnownVenues, venue: { id: string }): Opening =>
  openingOf(closings.get(venue.id) ?? [], today)

function toLine({ venue, opening }: { venue: VenueFacts; opening: Opening }, w: Words): VenueLine {
  const { slug, name, kind, address, openAfter02 } = venue
  const late = openAfter02 ? [w.t('venues.lateYes')] : []
  return {
    name,
    about: [w.t(kindKey(kind)), address, ...late].filter(Boolean).join(' · '),
    state:
      opening.kind === 'open'
        ? null
        : { state: opening.kind === 'closed' ? 'withdrawn' : 'expiring', text: closingText(opening, w) },
    url: `/venues/${slug}`,
  }
}

/** The form that opens a venue. */
export interface NewVenuePage {
  title: string
  faults: readonly Fault[]
  /** The venue that is there already, when that is the fault. */
  twinUrl: string | null
  fields: VenueFields
}

export const newVenuePage = page<NewVenuePage>('venues/new')

export function toNewVenuePage(w: Words, shown: Shown = { typed: {} }, twin: string | null = null): NewVenuePage {
  const fields = venueFields(w, shown)
  return {
    title: w.t('venues.newTitle'),
    faults: faultsOf(fields),
    twinUrl: twin === null ? null : `/venues/${twin}`,
    fields,
  }
}
