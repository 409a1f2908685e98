import {
  type RevocationView,
  revocationPage,
  toRevocationPage,
  toWithdrawalPage,
  withdrawalPage,
} from '#certificates/ending-pages.ts'
import { certificatePage, toCertificatePage } from '#certificates/pages.ts'
import { toVerdictPage, toVerifyPage, verdictPage, verifyPage } from '#certificates/verify-pages.ts'
import { wordsIn } from '#web/words.ts'
import { ended, sample } from './sample.ts'

const w = wordsIn('da')
const now = new Date('2027-06-02T12:00:00Z')
const home = 'http://localhost:3000'
const own = (certificate: typeof sample, today: string, nameNow = 'Åse Ørsted Kjær') => ({
  page: certificatePage,
  model: toCertificatePage({ certificate, today, nameNow, baseUrl: home }, w),
})
const revocation = (certificate: typeof sample, view: Partial<RevocationView> = {}) => ({
  page: revocationPage,
  model: toRevocationPage({ certificate, today: '2027-06-02', demo: false, ...view }, w),
})
const verdict = (certificate: typeof sample | null) => ({
  page: verdictPage,
  model: toVerdictPage(certificate, now, w),
})

const marked = { moduleId: 'politisamarbejde', pageId: 'hvorfor' }

export const samples = [
  own(sample, '2027-06-02'),
  own({ ...sample, owes: { pages: [marked], dueOn: '2027-06-10', countsTo: '2027-06-10' } }, '2027-06-02'),
  verdict({ ...sample, broughtUp: { revisionId: 'r4', number: 4, on: '2027-05-01', doneIn: 'e2' } }),
  own(sample, '2028-10-01'),
  own(sample, '2029-01-01'),
  own(ended('withdrawn', 'holder'), '2027-06-02'),
  own(ended('replaced', 'name'), '2027-06-02'),
  own(sample, '2027-06-02', 'Aase Ørsted'),
  { page: withdrawalPage, model: toWithdrawalPage(sample, w) },
  revocation(sample),
  revocation(sample, { chosen: 'fraud', demo: true, faults: { password: 'Forkert.' } }),
  revocation(sample, { faults: { reason: 'Vælg.' } }),
  revocation(ended('revoked', 'misuse')),
  revocation(ended('revoked', 'issued-in-error')),
  revocation(ended('replaced', 'name')),
  { page: verifyPage, model: toVerifyPage(w) },
  verdict(sample),
  verdict({ ...sample, lastOn: null }),
  verdict(ended('revoked', 'misuse')),
  verdict(ended('revoked', 'issued-in-error')),
  verdict(ended('withdrawn', 'holder')),
  verdict(ended('replaced', 'name')),
  verdict(null),
]
