import { errorPage } from '#web/errors.ts'
import { signedOutPage, toSignedOutPage } from '#web/signed-out-pages.ts'
import { wordsIn } from '#web/words.ts'

const w = wordsIn('da')
const text = /^text/

export const samples = [
  {
    page: errorPage,
    model: {
      title: 'Siden findes ikke',
      text: 'Tjek adressen.',
      home: 'Til forsiden',
      signIn: 'Log ind',
      languages: [{ code: 'en' as const, name: 'English' }],
      verify: 'Tjek et kursusbevis',
      style: '/static/site.css',
      icon: '/static/icon.svg',
      demo: true,
    },
  },
  {
    page: signedOutPage,
    model: toSignedOutPage(w, { action: '/x', multipart: false, fields: { text: 'Én', base: ['a', 'b'] } }, text),
  },
  {
    page: signedOutPage,
    model: toSignedOutPage(w, { action: '/x', multipart: true, fields: { text1: 'To\nlinjer', text2: 'Én' } }, text),
  },
]
