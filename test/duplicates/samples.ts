import {
  comparePage,
  duplicatesPage,
  lookPage,
  toComparePage,
  toDuplicatesPage,
  toLookPage,
} from '#duplicates/pages.ts'
import type { Compared } from '#duplicates/store.ts'
import { wordsIn } from '#web/words.ts'

const w = wordsIn('da')
const ines: Compared = {
  personId: 'p1',
  name: 'Ines Sørensen',
  login: 'ines@example.dk',
  joinedAt: '2026-11-20T12:00:00.000Z',
  claimed: true,
  certificates: 1,
  venues: ['Havnen'],
  roles: 0,
  lastSignInAt: '2026-11-22T12:00:00.000Z',
}
const ina: Compared = {
  ...ines,
  personId: 'p2',
  name: 'Ines Sorensen',
  login: null,
  claimed: false,
  lastSignInAt: null,
  venues: [],
}
const entered = [ines, ina].map(({ personId, name, login }) => ({ personId, name, login, venues: ['v'] }))
const people = new Map(entered.map((one) => [one.personId, one]))
const venueNames = new Map([['v', 'Havnen']])

export const samples = [
  {
    page: duplicatesPage,
    model: toDuplicatesPage(
      { pairs: [{ people: ['p1', 'p2'], likeness: 'same-name-and-venue' }], people, venueNames },
      w,
    ),
  },
  { page: duplicatesPage, model: toDuplicatesPage({ pairs: [], people, venueNames }, w) },
  { page: lookPage, model: toLookPage({ person: ines, typed: 'Ines', found: entered.slice(1) }, w) },
  { page: comparePage, model: toComparePage({ both: [ines, ina] }, w) },
  {
    page: comparePage,
    model: toComparePage(
      { both: [ines, ina], faults: { keep: 'duplicates.claimFault', sure: 'duplicates.sureFault' }, keep: 'p2' },
      w,
    ),
  },
]
