import type { AccountInvitation, RoleInvitation } from '#invitations/invitation.ts'
import {
  closedPage,
  closedWhys,
  memberPage,
  newcomerPage,
  type Told,
  toClosedPage,
  toMemberPage,
  toNewcomerPage,
} from '#invitations/pages.ts'
import { roles } from '#policy.ts'
import { wordsIn } from '#web/words.ts'

const w = wordsIn('da')
const sent = {
  id: 'i',
  toName: 'Rikke Dahl',
  toAddress: 'rikke@example.dk',
  language: 'da',
  issuedAt: '2026-11-22T12:00:00.000Z',
  issuedBy: 'olga',
  expiresAt: '2026-11-29T12:00:00.000Z',
  usedAt: null,
  endedAt: null,
} as const
const around = { token: 'token', town: 'Holstebro', by: 'Olga Holm', entered: null }
const toRole = (role: RoleInvitation['role']): Told => ({
  ...around,
  invitation: { ...sent, kind: 'role', role, venueId: role === 'manager' ? 'v' : null },
  venue: role === 'manager' ? 'Havnen' : null,
})
const account: AccountInvitation = { ...sent, kind: 'account', personId: 'p', venueId: 'v' }
const toAccount: Told = {
  ...around,
  invitation: account,
  venue: 'Havnen',
  entered: { name: 'Mie Krog', login: '+4520304050' },
}
const refused = {
  typed: { name: 'Mie', login: 'mie', password: 'x' },
  faults: { login: 'signin.loginFault', password: 'signin.passwordShort' },
} as const

export const samples = [
  ...roles.map((role) => ({ page: newcomerPage, model: toNewcomerPage(w, toRole(role)) })),
  { page: newcomerPage, model: toNewcomerPage(w, toAccount, refused) },
  { page: newcomerPage, model: toNewcomerPage(w, toAccount, undefined, w.t('invitations.accountKnown')) },
  { page: memberPage, model: toMemberPage(w, toRole('manager'), 'Noor Haddad') },
  { page: memberPage, model: toMemberPage(w, { ...toAccount, by: null }, 'Noor Haddad') },
  ...closedWhys.map((why) => ({ page: closedPage, model: toClosedPage(w, why) })),
]
