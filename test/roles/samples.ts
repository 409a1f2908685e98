import type { RoleInvitation } from '#invitations/invitation.ts'
import type { RoleLine } from '#people/role-store.ts'
import type { Venue } from '#people/venue.ts'
import { type Role, roles } from '#policy.ts'
import { endPage, toEndPage } from '#roles/end-pages.ts'
import { linkPage, toLinkPage } from '#roles/link-pages.ts'
import { rolesPage, toRolesPage } from '#roles/pages.ts'
import { wordsIn } from '#web/words.ts'

const w = wordsIn('da')
const venue: Venue = { id: 'v', slug: 'havnen', name: 'Havnen', kind: 'bar', address: 'Kajen 1' }
const lineOf = (role: Role, ended = false): RoleLine => ({
  id: `${role}-1`,
  personId: 'p',
  role,
  venueId: role === 'manager' ? 'v' : null,
  firstOn: '2026-01-01',
  lastOn: ended ? '2026-11-01' : null,
  name: ended ? null : 'Marco Rossi',
  venue: role === 'manager' ? { slug: 'havnen', name: 'Havnen' } : null,
  ended,
})
const waiting: RoleInvitation = {
  id: 'i',
  kind: 'role',
  role: 'manager',
  venueId: 'v',
  toName: null,
  toAddress: 'rikke@example.dk',
  language: 'da',
  issuedAt: '2026-11-22T12:00:00.000Z',
  issuedBy: 'olga',
  expiresAt: '2026-11-29T12:00:00.000Z',
  usedAt: null,
  endedAt: null,
}
const town = {
  lines: [...roles.map((role) => lineOf(role)), lineOf('manager', true)],
  waiting: [waiting, { ...waiting, id: 'j', role: 'trainer', venueId: null, toAddress: null } as const],
  venues: [venue],
  language: 'da',
  languages: ['da', 'en'],
  mails: true,
} as const
const refused = {
  typed: { role: 'manager' },
  faults: { venue: 'roles.venueFault', address: 'roles.addressFault' },
} as const
const issued = { token: 'token', expiresAt: waiting.expiresAt, sentTo: 'rikke@example.dk' }
const link = { issued, role: 'manager', baseUrl: 'https://natteliv.example', mails: true } as const

export const samples = [
  { page: rolesPage, model: toRolesPage(w, town) },
  { page: rolesPage, model: toRolesPage(w, { ...town, lines: [], waiting: [], mails: false }, refused) },
  ...roles.map((role) => ({ page: endPage, model: toEndPage(w, { line: lineOf(role), last: false }) })),
  { page: endPage, model: toEndPage(w, { line: lineOf('association'), last: true }) },
  { page: linkPage, model: toLinkPage(w, { ...link, toName: 'Rikke Dahl', venue: 'Havnen' }) },
  { page: linkPage, model: toLinkPage(w, { ...link, mails: false, role: 'trainer', toName: null, venue: null }) },
]
