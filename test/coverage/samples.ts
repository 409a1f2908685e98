import { type VenuePage, venuePage } from '#coverage/pages.ts'
import { type VenueFiguresPage, venueFiguresPage } from '#coverage/partner-pages.ts'
import { type TownPage, townPage } from '#coverage/town-pages.ts'

const ask: VenuePage['ask'] = {
  action: '/venues/havnen',
  seen: 'Sådan ser det ud i dag.',
  on: { name: 'on', label: 'Dag', type: 'date', value: '2026-11-22', max: '2028-11-22', fault: null },
  known: {
    name: 'known',
    label: 'Som vi vidste det den',
    hint: 'Tomt felt: nu.',
    type: 'date',
    value: '',
    fault: null,
  },
  knownOpen: false,
  kept: [],
  faults: [],
  tonight: { url: '/venues/havnen?on=2026-11-21', text: 'Se i går' },
}

const wrong: VenuePage['ask'] = {
  ...ask,
  on: { ...ask.on, value: '2026-02-30', fault: 'Vælg en dag, der findes.' },
  knownOpen: true,
  kept: [{ name: 'sort', value: 'late' }],
  faults: [{ name: 'on', text: 'Vælg en dag, der findes.' }],
}

const bars = '<rect class="bar covered" x="0" y="0" width="300" height="28"/>'
const picture = { title: 'Dækket: 3', viewBox: '0 0 300 28', barsSvg: bars }
const figures: VenuePage['figures'] = {
  caption: 'Tal for stedet',
  share: '75 %',
  shareText: '3 af 4 er dækket.',
  picture,
  rows: [
    { standing: 'covered', label: 'Dækket', count: '3' },
    { standing: 'late', label: 'Ikke dækket', count: '1' },
    { standing: 'within', label: 'Inden for fristen', count: '0' },
  ],
}

const venue: VenuePage = {
  title: 'Havnen',
  ask,
  figures,
  closed: { kind: 'info', text: 'Stedet lukker fra 1. december 2026.' },
  pending: [
    {
      name: 'Sam <Holm>',
      url: '/venues/havnen/employments/1',
      about: 'Bar, meldt til 22. november 2026',
      confirm: { action: '/venues/havnen/employments/1/confirmation', label: 'Bekræft', about: 'Sam <Holm>' },
      reject: { action: '/venues/havnen/employments/1/rejection', label: 'Afvis', kind: 'quiet', about: 'Sam <Holm>' },
    },
    {
      name: 'Mia Lund',
      url: '/venues/havnen/employments/5',
      about: 'Leder, meldt til 22. november 2026',
      confirm: { action: '/venues/havnen/employments/5/confirmation', label: 'Bekræft', about: 'Mia Lund' },
      reject: null,
    },
  ],
  pendingTitle: '2 venter på dig',
  people: [
    {
      name: 'Ines Sørensen',
      url: '/venues/havnen/employments/2',
      plans: ['Fra 1. december 2026: Dør'],
      state: { state: 'late', text: 'Ikke dækket' },
      work: 'Bar, siden 1. marts 2026',
      deadline: { term: 'For sent siden', text: '1. april 2026' },
      courses: [
        {
          title: 'Grundkursus',
          state: { state: 'missing', text: 'Intet kursusbevis' },
          summary: '1 af 2 moduler bestået',
          modules: [
            { title: 'Politiet', state: { state: 'passed', text: 'Bestået' } },
            { title: 'Førstehjælp', state: { state: 'missing', text: 'Mangler' } },
          ],
        },
      ],
    },
  ],
  coming: [{ name: 'Noor <Haddad>', url: '/venues/havnen/employments/3', about: 'Bar, begynder 1. december 2026' }],
  former: [{ name: 'Kim Bæk', url: '/venues/havnen/employments/4', about: 'Dør, til 3. november 2026' }],
  csvUrl: '/venues/havnen.csv',
  posterUrl: '/venues/havnen/poster',
  staffUrl: '/venues/havnen/staff',
  listUrl: '/venues/havnen/list',
  localUrl: '/venues/havnen/local',
  settingsUrl: '/venues/havnen/settings',
}

const row = { name: 'Havnen', url: '/venues/havnen', few: null, share: '75 %', picture, cells: ['4', '3', '1', '0'] }
const hidden = { name: 'Kilden', url: null, few: 'Færre end fem', share: '', picture: null, cells: [] }

const forPartners: VenueFiguresPage = {
  title: 'Havnen',
  ask,
  closed: null,
  figures,
  tables: [{ caption: 'Efter funktion', first: 'Funktion', rows: [row, hidden] }],
  csvUrl: '/venues/havnen.csv',
}

const pages = { text: 'Sted 1 til 200 af 300', previousUrl: null, nextUrl: '/coverage?page=2' }

const town: TownPage = {
  title: 'Dækning i byen',
  ask,
  figures,
  columns: [
    { label: 'Sted', url: '/coverage?sort=name&direction=desc', sorted: 'ascending', number: false },
    { label: 'Dækning', url: '/coverage?sort=coverage&direction=asc', sorted: null, number: true },
    { label: 'Billede', url: null, sorted: null, number: false },
    { label: 'Tæller med', url: '/coverage?sort=people&direction=desc', sorted: null, number: true },
    { label: 'Dækket', url: null, sorted: null, number: true },
    { label: 'Ikke dækket', url: '/coverage?sort=late&direction=desc', sorted: null, number: true },
    { label: 'Inden for fristen', url: null, sorted: null, number: true },
  ],
  rows: [row, { ...row, name: 'Nordlys', picture: null }, hidden],
  pages: null,
  hidesFew: false,
  csvUrl: '/coverage.csv',
}

const closed = { kind: 'warn', title: 'Lukket siden 1. marts 2026', text: 'Vælg en anden dag.' } as const

export const samples = [
  { page: venuePage, model: venue },
  {
    page: venuePage,
    model: { ...venue, ask: wrong, closed: null, pending: [], people: [], coming: [], former: [], settingsUrl: null },
  },
  { page: venuePage, model: { ...venue, people: venue.people.map((one) => ({ ...one, url: null, plans: [] })) } },
  { page: venuePage, model: { ...venue, closed, figures: null, people: [] } },
  { page: venueFiguresPage, model: forPartners },
  { page: venueFiguresPage, model: { ...forPartners, ask: wrong, figures: null } },
  { page: venueFiguresPage, model: { ...forPartners, closed, figures: null, tables: [] } },
  { page: townPage, model: town },
  { page: townPage, model: { ...town, ask: wrong, figures: null, hidesFew: true, pages } },
]
