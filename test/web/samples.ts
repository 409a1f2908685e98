import { errorPage } from '#web/errors.ts'

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
]
