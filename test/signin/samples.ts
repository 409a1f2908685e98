import { signInPage, toSignInPage } from '#signin/pages.ts'
import { wordsIn } from '#web/words.ts'

const w = wordsIn('da')

export const samples = [
  { page: signInPage, model: toSignInPage(w, { next: '' }) },
  {
    page: signInPage,
    model: toSignInPage(w, { next: '/learning', login: 'x', faults: { login: 'signin.loginFault' } }),
  },
  { page: signInPage, model: toSignInPage(w, { next: '', login: 'ines@example.dk', refusal: w.t('signin.wrong') }) },
]
