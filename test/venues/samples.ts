import type { VenueFacts } from '#people/venue-facts-store.ts'
import { newVenuePage, toNewVenuePage, toVenuesPage, venuesPage } from '#venues/pages.ts'
import { toVenueSettingsPage, venueSettingsPage } from '#venues/settings-pages.ts'
import { toTownHubPage, townHubPage } from '#venues/town-pages.ts'
import { wordsIn } from '#web/words.ts'

const w = wordsIn('da')
const today = '2026-11-22'
const venue: VenueFacts = {
  id: 'v1',
  slug: 'havnen',
  name: 'Havnen <bar>',
  kind: 'bar',
  address: 'Kajen 1',
  openAfter02: true,
  openedOn: '2026-01-01',
}
const other = (id: string, name: string): VenueFacts => ({ ...venue, id, slug: id, name, openAfter02: false })
const closed = { firstOn: '2026-03-01', lastOn: null }
const planned = { firstOn: '2026-12-01', lastOn: '2026-12-24' }
const known = {
  venues: [venue, other('kilden', 'Kilden'), other('maanen', 'Månen')],
  closings: new Map([
    ['kilden', [closed]],
    ['maanen', [planned]],
  ]),
  today,
}
const many = { ...known, venues: Array.from({ length: 250 }, (_, n) => other(`v${n}`, `Sted ${n}`)) }
const view = { venue, closings: [], today, employed: 12, waiting: 1, managers: 0 }
const typed = { name: '', kind: 'bar', address: 'x' }
const faults = { name: 'venues.nameFault', kind: 'venues.kindFault', address: 'venues.addressFault' } as const

export const samples = [
  { page: townHubPage, model: toTownHubPage({ ...known, waitingLetters: 1 }, w) },
  { page: venuesPage, model: toVenuesPage({ ...known, sought: '' }, w) },
  { page: venuesPage, model: toVenuesPage({ ...many, sought: '' }, w) },
  { page: venuesPage, model: toVenuesPage({ ...many, sought: 'nowhere' }, w) },
  { page: newVenuePage, model: toNewVenuePage(w) },
  { page: newVenuePage, model: toNewVenuePage(w, { typed, late: true, faults }, 'havnen') },
  { page: venueSettingsPage, model: toVenueSettingsPage(view, w) },
  { page: venueSettingsPage, model: toVenueSettingsPage({ ...view, managers: 1, closings: [closed] }, w) },
  {
    page: venueSettingsPage,
    model: toVenueSettingsPage({ ...view, closings: [planned] }, w, {
      form: 'reopening',
      typed: 'i morgen',
      fault: 'venues.dayFault',
    }),
  },
  {
    page: venueSettingsPage,
    model: toVenueSettingsPage({ ...view, closings: [{ ...closed, firstOn: '2026-01-01' }] }, w, {
      form: 'venue',
      shown: { typed, faults },
    }),
  },
]
