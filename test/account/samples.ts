import { dataPage, toDataPage } from '#account/data-pages.ts'
import type { OwnData } from '#account/gather-data.ts'
import { historyPage, toHistoryPage } from '#account/history-pages.ts'
import { gonePage, type LeaveView, leavePage, toGonePage, toLeavePage } from '#account/leave-pages.ts'
import { type LeavingView, leavingPage, toLeavingPage } from '#account/leaving-pages.ts'
import { type NameView, namePage, toNamePage } from '#account/name-pages.ts'
import { type AccountFacts, accountPage, toAccountPage } from '#account/pages.ts'
import { toVenuesPage, venuesPage } from '#account/venue-pages.ts'
import type { WholeEmployment } from '#people/employment-store.ts'
import { wordsIn } from '#web/words.ts'
import { sample } from '../certificates/sample.ts'
import { credentialsSamples } from './credentials-samples.ts'

const w = wordsIn('da')
const today = '2026-11-22'

const account = (facts: Partial<AccountFacts> = {}) => ({
  page: accountPage,
  model: toAccountPage(
    {
      name: 'Ines Sørensen',
      login: 'ines@example.dk',
      signIns: 2,
      codes: 7,
      venues: ['Havnen', 'Kilden'],
      offers: 1,
      unseen: 3,
      offered: ['da', 'en'],
      ...facts,
    },
    w,
  ),
})

const name = (view: Partial<NameView> = {}) => ({
  page: namePage,
  model: toNamePage({ name: 'Åse Ørsted Kjær', certificates: [sample], today: '2027-01-01', ...view }, w),
})

const employment = (of: Partial<WholeEmployment> = {}): WholeEmployment => ({
  id: 'e1',
  personId: 'ines',
  venueId: 'havnen',
  firstOn: '2026-11-01',
  lastOn: null,
  confirmed: true,
  spells: [
    { job: 'bar', firstOn: '2026-11-01', lastOn: '2026-11-30' },
    { job: 'door', firstOn: '2026-12-01', lastOn: null },
  ],
  ...of,
})

const requirement = { job: 'bar', courseId: 'grundkursus', days: 30, countsFromOn: '2026-01-01', lastOn: null } as const
const reason = {
  courseId: 'grundkursus',
  dueOn: '2026-12-01',
  firstOn: '2026-11-01',
  because: 'job-began',
  requirement,
} as const

const venues = {
  page: venuesPage,
  model: toVenuesPage(
    {
      employments: [
        employment(),
        employment({ id: 'e2', venueId: 'kilden', confirmed: false, lastOn: '2026-12-31' }),
        employment({ id: 'e3', venueId: 'kilden', lastOn: '2026-11-21' }),
      ],
      offers: [
        {
          id: 'o1',
          personId: 'ines',
          venueId: 'kilden',
          venue: 'Kilden',
          job: 'floor',
          firstOn: '2026-12-01',
          offeredAt: '2026-11-20T12:00:00.000Z',
          offeredBy: 'kim',
          answeredAt: null,
          employmentId: null,
        },
      ],
      venueNames: new Map([
        ['havnen', 'Havnen'],
        ['kilden', 'Kilden'],
      ]),
      closed: new Set(['kilden']),
      lacking: [{ courseId: 'grundkursus', dueOn: '2026-12-01', venueId: 'havnen', reason }],
      titles: new Map([['grundkursus', 'Grundkursus']]),
      today,
    },
    w,
  ),
}

const leaving = (view: Partial<LeavingView> = {}) => ({
  page: leavingPage,
  model: toLeavingPage({ employment: employment(), venue: 'Havnen', manages: true, today, ...view }, w),
})

const leave = (view: Partial<LeaveView> = {}) => ({
  page: leavePage,
  model: toLeavePage(
    { certificates: [sample], venues: ['Havnen'], roles: ['manager'], lastMember: false, today, demo: false, ...view },
    w,
  ),
})

const data: OwnData = {
  made_at: '2026-11-22T12:00:00.000Z',
  profile: [{ name: 'Ines', login: 'ines@example.dk', joined_at: '2026-11-01T12:00:00.000Z' }],
}

const line = {
  id: 'a1',
  at: '2026-11-22T12:00:00.000Z',
  actorId: 'marco',
  actorName: 'Marco',
  actorIsPerson: true,
  action: 'employment.confirmed',
  subject: 'e1',
  personId: 'ines',
  personName: 'Ines',
  venueId: 'havnen',
  venueName: 'Havnen',
  particulars: {},
  doer: 'manager' as const,
}
const names = { courses: new Map(), localFacts: new Map() }
const look = { on: today, at: '2026-11-22T12:00:00.000Z', venueName: 'Havnen' }

export const samples = [
  ...credentialsSamples,
  account(),
  account({ codes: null, venues: [], offers: 0, unseen: 0, offered: ['da'] }),
  name(),
  name({ name: 'Aase Kjær' }),
  name({ refused: { typed: '  ', fault: 'account.nameMissing' } }),
  venues,
  { page: venuesPage, model: toVenuesPage({ ...emptyVenues(), today }, w) },
  leaving(),
  leaving({ refused: '2027-01-01', manages: false }),
  leaving({ employment: employment({ confirmed: false }) }),
  leave(),
  leave({ faults: { sure: 'Sæt et kryds.', password: 'Forkert.' }, sure: true }),
  leave({ lastMember: true, certificates: [{ ...sample, lastOn: null }] }),
  { page: gonePage, model: toGonePage(w) },
  { page: dataPage, model: toDataPage(data, w) },
  {
    page: historyPage,
    model: toHistoryPage(
      {
        lines: Array.from({ length: 51 }, (_, n) => ({ ...line, id: `a${n}` })),
        looks: [
          { ...look, by: 'manager', kind: 'sheet' },
          { ...look, by: 'association', kind: 'person', venueName: null },
        ],
        names,
      },
      w,
    ),
  },
  { page: historyPage, model: toHistoryPage({ lines: [], looks: null, names }, w) },
]

function emptyVenues() {
  return {
    employments: [],
    offers: [],
    venueNames: new Map<string, string>(),
    closed: new Set<string>(),
    lacking: [],
    titles: new Map<string, string>(),
  }
}
