import { codesPage, paperPage, toCodesPage, toPaperPage } from '#recovery/codes-pages.ts'
import { handedPage, handingPage, toHandedPage, toHandingPage } from '#recovery/handing-pages.ts'
import { recoveryPage, toRecoveryPage } from '#recovery/pages.ts'
import { noLinkPage, resetPage, toNoLinkPage, toResetPage } from '#recovery/reset-pages.ts'
import { suggestPassphrase } from '#signin/passphrase.ts'
import { wordsIn } from '#web/words.ts'

const w = wordsIn('da')
const typed = { login: 'ines', code: 'abc', password: 'x' }
const faults = { login: 'signin.loginFault', code: 'recovery.codeFault', password: 'signin.passwordShort' } as const
const baseUrl = 'https://natteliv.holstebro.dk'
const codes = { left: 3, issuedAt: '2026-11-22T12:00:00.000Z' }
const handing = { name: 'Ines Sørensen', action: '/venues/havnen/employments/e/reset-link', back: '/venues/havnen' }

export const samples = [
  { page: recoveryPage, model: toRecoveryPage(w, { contact: null, letter: null }) },
  { page: recoveryPage, model: toRecoveryPage(w, { contact: 'ring 12 34 56 78', letter: {} }, { typed, faults }) },
  {
    page: recoveryPage,
    model: toRecoveryPage(
      w,
      { contact: null, letter: { typed: 'x', fault: w.t('recovery.addressFault') } },
      { typed: { password: suggestPassphrase(() => 0) }, refusal: w.t('recovery.wrong') },
    ),
  },
  { page: codesPage, model: toCodesPage(w, { codes: null, again: false, demo: false }) },
  { page: codesPage, model: toCodesPage(w, { codes, again: true, fault: w.t('signin.passwordWrong'), demo: true }) },
  {
    page: paperPage,
    model: toPaperPage(w, { codes: ['7k2m9p4r8t', '0123456789'], town: 'Holstebro', baseUrl, at: codes.issuedAt }),
  },
  { page: resetPage, model: toResetPage(w, { name: 'Ines Sørensen', token: 'token' }) },
  { page: resetPage, model: toResetPage(w, { name: 'Ines', token: 'token' }, { typed, faults }) },
  ...(['unknown', 'spent'] as const).map((why) => ({ page: noLinkPage, model: toNoLinkPage(w, why) })),
  { page: handingPage, model: toHandingPage(w, { ...handing, claimed: true }) },
  { page: handingPage, model: toHandingPage(w, { ...handing, claimed: false }) },
  { page: handedPage, model: toHandedPage(w, { name: 'Ines', token: 'token', baseUrl, back: '/venues/havnen' }) },
]
