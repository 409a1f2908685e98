import type { StaffMember } from '#coverage/staff.ts'
import type { Venue } from '#people/venue.ts'
import { listPage, toListPage } from '#staff/list-pages.ts'
import { readPaste } from '#staff/paste-line.ts'
import { pastePage, toPastePage } from '#staff/paste-pages.ts'
import { previewPage, toPreviewPage } from '#staff/paste-preview-pages.ts'
import { slipsPage, toSlipsPage } from '#staff/slips-pages.ts'
import { wordsIn } from '#web/words.ts'

const w = wordsIn('da')
const venue: Venue = { id: 'v', slug: 'havnen', name: 'Havnen', kind: 'bar', address: 'Kajen 1' }
const text = 'navn;mobil\nMie Krog;20304050\nLars <b>;lars\nNoor;noor@example.dk\nMie;20304050\nOle;ole@example.dk'
const typed = { text, job: 'bar' }
const pasted = readPaste(text, { job: 'bar', firstOn: '2026-11-22' })
const [mie, lars, noor, again, ole] = pasted.lines as [
  (typeof pasted.lines)[0],
  (typeof pasted.lines)[0],
  (typeof pasted.lines)[0],
  (typeof pasted.lines)[0],
  (typeof pasted.lines)[0],
]
const planned = [
  { line: mie, plan: { kind: 'new', personId: null } },
  { line: lars, plan: null },
  { line: noor, plan: { kind: 'account', personId: 'n' } },
  { line: again, plan: null },
  { line: ole, plan: { kind: 'here' } },
] as const
const slip = { name: 'Mie Krog', token: 'token', expiresAt: '2026-11-29T12:00:00.000Z', sentTo: null }
const view = { venue, town: 'Holstebro', baseUrl: 'https://natteliv.example', mails: true }
const member: StaffMember = {
  personId: 'ines',
  jobs: ['bar', 'door'],
  firstOn: '2026-03-01',
  standing: 'covered',
  courses: [
    {
      courseId: 'grundkursus',
      standing: 'covered',
      state: 'valid',
      lastOn: '2028-03-01',
      dueOn: null,
      lateSince: null,
      passed: 'all',
    },
  ],
  dueOn: null,
  lateSince: null,
}
const list = { venue, today: '2026-11-22', courses: [] }

export const pasteSamples = [
  { page: pastePage, model: toPastePage(w, { venue, unclaimed: [] }) },
  {
    page: pastePage,
    model: toPastePage(w, { venue, unclaimed: [{ name: 'Mie' }] }, { typed, faults: { text: 'staff.paste.tooMany' } }),
  },
  { page: previewPage, model: toPreviewPage(w, { venue, typed, planned }) },
  { page: previewPage, model: toPreviewPage(w, { venue, typed, planned: [{ line: lars, plan: null }] }) },
  { page: previewPage, model: toPreviewPage(w, { venue, typed, planned: [{ line: mie, plan: { kind: 'here' } }] }) },
  {
    page: slipsPage,
    model: toSlipsPage(w, {
      ...view,
      slips: [slip, { ...slip, name: 'Bo', token: 'other', sentTo: 'bo@example.dk' }],
      asked: ['Noor'],
      here: 1,
      list: { pasted, job: 'bar' },
    }),
  },
  { page: slipsPage, model: toSlipsPage(w, { ...view, slips: [], asked: [], here: 2, list: null }) },
  { page: listPage, model: toListPage(w, { ...list, staff: [member], names: new Map([['ines', 'Ines']]) }) },
  { page: listPage, model: toListPage(w, { ...list, staff: [], names: new Map() }) },
]
