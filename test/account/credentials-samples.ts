import { loginPage, passwordPage, toLoginPage, toPasswordPage } from '#account/credentials-pages.ts'
import { signInsPage, toSignInsPage } from '#account/sign-ins-pages.ts'
import { suggestPassphrase } from '#signin/passphrase.ts'
import { wordsIn } from '#web/words.ts'

const w = wordsIn('da')
const mine = { login: 'ines@example.dk', demo: false }
const wrong = w.t('signin.passwordWrong')
const at = '2026-11-22T12:00:00.000Z'
const here = { id: 'a', device: 'iPhone, Safari', startedAt: at, lastUsedAt: at, here: true }

export const credentialsSamples = [
  { page: loginPage, model: toLoginPage(w, mine) },
  { page: loginPage, model: toLoginPage(w, mine, { typed: { login: 'x' }, faults: { login: 'signin.loginFault' } }) },
  { page: loginPage, model: toLoginPage(w, { ...mine, demo: true }, { typed: { login: 'a@b.dk' }, again: wrong }) },
  { page: passwordPage, model: toPasswordPage(w, mine) },
  { page: passwordPage, model: toPasswordPage(w, mine, { typed: { password: 'x' }, again: wrong }) },
  {
    page: passwordPage,
    model: toPasswordPage(w, mine, {
      typed: { password: suggestPassphrase(() => 0) },
      faults: { current: 'signin.passwordMissing', password: 'signin.passwordShort' },
    }),
  },
  { page: signInsPage, model: toSignInsPage(w, [here]) },
  { page: signInsPage, model: toSignInsPage(w, [here, { ...here, id: 'b', device: null, here: false }]) },
]
