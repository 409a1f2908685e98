import { frontPage, toFrontPage } from '#front/pages.ts'
import { wordsIn } from '#web/words.ts'

const town = { logo: null, contact: null, offered: ['da', 'en'], demo: false } as const
const logo = { url: '/logo/0a.png', alt: 'Logo for Holstebro', width: 600, height: 200 }

export const samples = [
  { page: frontPage, model: toFrontPage(wordsIn('da'), { ...town, town: 'Holstebro', home: null }) },
  { page: frontPage, model: toFrontPage(wordsIn('en'), { ...town, town: null, home: '/learning', demo: true }) },
  {
    page: frontPage,
    model: toFrontPage(wordsIn('da'), {
      ...town,
      town: 'Holstebro',
      logo,
      contact: '97 12 34 56',
      offered: ['da'],
      home: null,
    }),
  },
]
