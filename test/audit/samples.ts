import { readAsked } from '#audit/forms.ts'
import { type AuditView, auditPage, toAuditPage } from '#audit/pages.ts'
import { wordsIn } from '#web/words.ts'

const w = wordsIn('da')
const line = {
  id: 'e1',
  at: '2026-11-22T12:00:00.000Z',
  actorId: 'marco',
  actorName: 'Marco Rossi',
  actorIsPerson: true,
  action: 'employment.ended',
  subject: 'employment',
  personId: 'ines',
  personName: 'Ines Sørensen',
  venueId: 'havnen',
  venueName: 'Havnen',
  particulars: { lastOn: '2026-12-31', job: 'bar' },
}
const view: AuditView = {
  asked: readAsked({}),
  lines: [line, { ...line, id: 'e2', actorName: null, personName: null, venueName: null, particulars: {} }],
  more: true,
  person: null,
  people: [],
  venues: [{ slug: 'havnen', name: 'Havnen' }],
  names: { courses: new Map(), localFacts: new Map() },
}

export const samples = [
  { page: auditPage, model: toAuditPage(w, view) },
  { page: auditPage, model: toAuditPage(w, { ...view, lines: [], more: false, asked: readAsked({ from: 'x' }) }) },
  {
    page: auditPage,
    model: toAuditPage(w, {
      ...view,
      asked: readAsked({ name: 'ines', person: 'ines', before: '2026-11-22T12:00:00.000Z~e0', venue: 'havnen' }),
      person: { name: 'Ines Sørensen' },
      people: [{ id: 'ines', name: 'Ines Sørensen' }],
    }),
  },
]
