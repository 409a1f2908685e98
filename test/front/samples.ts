import { frontPage, toFrontPage } from '#front/pages.ts'
import { wordsIn } from '#web/words.ts'

export const samples = [
  { page: frontPage, model: toFrontPage(wordsIn('da'), { town: 'Holstebro', signedIn: false, demo: false }) },
  { page: frontPage, model: toFrontPage(wordsIn('en'), { town: null, signedIn: true, demo: true }) },
]
