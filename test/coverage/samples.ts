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
  pending: [
    {
      name: 'Sam <Holm>',
      about: 'Bar, meldt til 22. november 2026',
      confirm: { action: '/venues/havnen/employments/1/confirmation', label: 'Bekræft', about: 'Sam <Holm>' },
    },
  ],
  pendingTitle: '1 venter på dig',
  people: [
    {
      name: 'Ines Sørensen',
      state: { state: 'late', text: 'Ikke dækket' },
      work: 'Bar, siden 1. marts 2026',
      deadline: { term: 'For sent siden', text: '1. april 2026' },
      courses: [
        {
          title: 'Grundkursus',
          state: { state: 'missing', text: 'Intet kursusbevis' },
          summary: '1 af 2 moduler bestået',
          open: true,
          modules: [
            { title: 'Politiet', state: { state: 'passed', text: 'Bestået' } },
            { title: 'Førstehjælp', state: { state: 'missing', text: 'Mangler' } },
          ],
        },
      ],
    },
  ],
  csvUrl: '/venues/havnen.csv',
  posterUrl: '/venues/havnen/poster',
}

const row = { name: 'Havnen', url: '/venues/havnen', few: null, share: '75 %', picture, cells: ['4', '3', '1', '0'] }
const hidden = { name: 'Kilden', url: null, few: 'Færre end fem', share: '', picture: null, cells: [] }

const forPartners: VenueFiguresPage = {
  title: 'Havnen',
  ask,
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

export const samples = [
  { page: venuePage, model: venue },
  { page: venuePage, model: { ...venue, ask: wrong, pending: [], people: [] } },
  { page: venueFiguresPage, model: forPartners },
  { page: venueFiguresPage, model: { ...forPartners, ask: wrong, figures: null } },
  { page: townPage, model: town },
  { page: townPage, model: { ...town, ask: wrong, figures: null, hidesFew: true, pages } },
]
