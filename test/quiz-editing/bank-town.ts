import type { FastifyInstance } from 'fastify'
import { buildApp } from '#app.ts'
import { workingFolder } from '#drafts/store.ts'
import { type Browser, openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { tinyCourse } from '../support/tiny-course.ts'
import { publishFiles } from '../support/trainers.ts'

export const bankUrl = '/authoring/grundkursus/modules/police/bank'

const quiz = (title: string) => `# ${title}

### Hvem ringer du til? {#hvem must page=why source=law}
1. [x] 112
2. [ ] Ingen
   > Nej.
> Altid 112.
`
const page = (title: string) => `# ${title}\n\nTekst.\n`
const files = {
  'course.yaml': `id: grundkursus\ntitle: { da: Kursus, en: Course }\nsummary: { da: Et, en: One }\naudience: all\nvalidity: 12\nlanguages: [da, en]\nmodules: [police]\n`,
  'police/module.yaml': `title: { da: Politi, en: Police }\nsummary: { da: Om, en: About }\nminutes: 5\nobjectives: { da: [Et], en: [One] }\nsources:\n  law: { title: Loven }\n  house: { title: Husets råd }\n`,
  'police/da/01-why.md': page('Hvorfor'),
  'police/da/02-how.md': page('Hvordan'),
  'police/en/01-why.md': page('Why'),
  'police/en/02-how.md': page('How'),
  'police/da/quiz.md': quiz('Quiz: Politi'),
  'police/en/quiz.md': quiz('Quiz: Police'),
}

export interface BankTown {
  house: TestHouse
  cast: Cast
  app: FastifyInstance
  ada: Browser
  cookie: string
  /** A file as it would be published now. */
  textOf(path: string): Promise<string>
  close(): Promise<void>
}

/** A town with a module on files: two pages, two sources, one question in both languages; and Ada at her browser. */
export async function openBankTown(): Promise<BankTown> {
  const house = await openTestHouse()
  const cast = await settleCast(house)
  await publishFiles(house, files)
  const app = await buildApp(house)
  const cookie = await cookieOf(house, cast.ada)
  return {
    house,
    cast,
    app,
    cookie,
    ada: openBrowser(app, { cookie }),
    async textOf(path) {
      const folder = await workingFolder(house.db, tinyCourse.id)
      return new TextDecoder().decode(folder.files.get(path) ?? undefined)
    },
    async close() {
      await app.close()
      await house.close()
    },
  }
}
