import {
  accountPage,
  closedDoors,
  closedPage,
  joinPage,
  memberPage,
  toAccountPage,
  toClosedPage,
  toJoinPage,
  toMemberPage,
} from '#joining/pages.ts'
import { posterPage, toPosterPage } from '#joining/poster-pages.ts'
import { setupPage, toSetupPage } from '#joining/setup-pages.ts'
import type { Venue } from '#people/venue.ts'
import { suggestPassphrase } from '#signin/passphrase.ts'
import { wordsIn } from '#web/words.ts'

const w = wordsIn('da')
const venue: Venue = { id: 'v', slug: 'havnen', name: 'Havnen', kind: 'bar', address: 'Kajen 1' }
const at = { venue, code: '7k2m9p4r' }
const poster = { ...at, town: 'Holstebro', baseUrl: 'https://natteliv.holstebro.dk' }
const logo = { url: '/logo/0a.png', alt: 'Logo for Holstebro', width: 600, height: 200 }
const typed = { name: 'Ines', login: 'ines', job: 'bar', password: 'x' }
const refused = { typed, faults: { login: 'signin.loginFault', job: 'joining.jobFault' } } as const
const suggested = { typed: { ...typed, password: suggestPassphrase(() => 0) } }

export const samples = [
  { page: joinPage, model: toJoinPage(w, { ...at, minutes: 40 }) },
  { page: joinPage, model: toJoinPage(w, { ...at, minutes: null }, refused) },
  { page: joinPage, model: toJoinPage(w, { ...at, minutes: 40 }, suggested) },
  { page: accountPage, model: toAccountPage(w, at) },
  { page: accountPage, model: toAccountPage(w, { ...at, refusal: w.t('signin.wrong') }, refused) },
  { page: memberPage, model: toMemberPage(w, { ...at, name: 'Ines', already: false }, refused) },
  { page: memberPage, model: toMemberPage(w, { ...at, name: 'Ines', already: true }) },
  ...closedDoors.map((door) => ({ page: closedPage, model: toClosedPage(w, door) })),
  { page: posterPage, model: toPosterPage(w, poster) },
  { page: posterPage, model: toPosterPage(w, { ...poster, logo, offered: ['da'], refused: true, closed: true }) },
  { page: setupPage, model: toSetupPage(w, 'token') },
  {
    page: setupPage,
    model: toSetupPage(w, 'token', { typed: { kind: 'bar' }, faults: { venue: 'joining.venueFault' } }),
  },
]
