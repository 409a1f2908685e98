import type { FastifyPluginAsync } from 'fastify'
import { dayOf, instantOf } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { findLocal } from './find-local.ts'
import { findModuleProgress } from './find-progress.ts'
import { findStanding, placeOf } from './find-standing.ts'
import { moduleIn } from './module.ts'
import { readingPage, textOf, toReadingPage } from './reading-pages.ts'
import { recordReading } from './record-reading.ts'
import { addressAfterPage } from './way.ts'

interface PageUrl {
  Params: { course: string; module: string; page: string }
}

/** A module's pages: the most often asked for of all, three queries besides the sign-in. */
export const readingRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get<PageUrl>('/:course/:module/:page', asks('useOwn'), async (request, reply) => {
      const { course, module: moduleId, page: pageId } = request.params
      const { personId } = actorOf(request)
      const now = house.clock()
      const language = languageOf(request)
      const standing = await findStanding(house.db, personId, course, dayOf(now))
      const { revision, enrolment } = placeOf(standing, { moduleId, pageId })
      const module = moduleIn(revision.document, moduleId)
      const text = found(textOf(revision, moduleId, pageId, language), 'page')
      const progress = await findModuleProgress(house.db, module, enrolment, instantOf(now))
      const local = await findLocal(house, text.bodyHtml, { personId, language })
      const w = wordsIn(language)
      return readingPage(reply, toReadingPage(revision, text, { moduleId, pageId, progress, local, w }))
    })

    app.post<PageUrl>('/:course/:module/:page/reading', asks('useOwn'), async (request, reply) => {
      const { course: courseId, module: moduleId, page: pageId } = request.params
      const { progress, module } = await inWork(house, actorOf(request), (work) =>
        recordReading(work, { courseId, moduleId, pageId }),
      )
      return seeOther(reply, addressAfterPage(courseId, module, pageId, progress))
    })
  }
