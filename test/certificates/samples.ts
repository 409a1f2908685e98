import { certificatePage, toCertificatePage } from '#certificates/pages.ts'
import { toVerdictPage, toVerifyPage, verdictPage, verifyPage } from '#certificates/verify-pages.ts'
import { wordsIn } from '#web/words.ts'
import { ended, sample } from './sample.ts'

const w = wordsIn('da')
const now = new Date('2027-06-02T12:00:00Z')
const home = 'http://localhost:3000'
const own = (certificate: typeof sample, today: string) => ({
  page: certificatePage,
  model: toCertificatePage(certificate, today, w, home),
})
const verdict = (certificate: typeof sample | null) => ({
  page: verdictPage,
  model: toVerdictPage(certificate, now, w),
})

export const samples = [
  own(sample, '2027-06-02'),
  own(sample, '2028-10-01'),
  own(sample, '2029-01-01'),
  own(ended('withdrawn', 'holder'), '2027-06-02'),
  { page: verifyPage, model: toVerifyPage(w) },
  verdict(sample),
  verdict({ ...sample, lastOn: null }),
  verdict(ended('revoked', 'misuse')),
  verdict(ended('revoked', 'issued-in-error')),
  verdict(ended('withdrawn', 'holder')),
  verdict(null),
]
