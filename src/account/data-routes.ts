import type { FastifyPluginAsync } from 'fastify'
import { ownNouns } from '#audit/actions.ts'
import { looksAt } from '#audit/looks-store.ts'
import { ownLines } from '#audit/own-lines-store.ts'
import { findCourseNames } from '#courses/course-names.ts'
import type { House } from '#house.ts'
import { actorOf, asks } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { dataPage, toDataPage } from './data-pages.ts'
import { readBefore } from './forms.ts'
import { gatherData } from './gather-data.ts'
import { historyPage, linesShown, toHistoryPage } from './history-pages.ts'

/** What is kept about somebody, in words and as a file, and what was done with it. */
export const dataRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get('/account/data', asks('useOwn'), async (request, reply) => {
      const data = await gatherData(house.db, actorOf(request).personId, house.clock())
      return dataPage(reply, toDataPage(data, wordsIn(languageOf(request))))
    })

    app.get('/account/data.json', asks('useOwn'), async (request, reply) => {
      const data = await gatherData(house.db, actorOf(request).personId, house.clock())
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', 'attachment; filename="trygt-natteliv.json"')
        .send(JSON.stringify(data, null, 2))
    })

    app.get('/account/history', asks('useOwn'), async (request, reply) => {
      const { personId } = actorOf(request)
      const before = readBefore(request.query)
      const view = {
        lines: await ownLines(house.db, personId, { before, withoutNouns: ownNouns, most: linesShown + 1 }),
        looks: before ? null : await looksAt(house.db, personId),
        names: await findCourseNames(house.db),
      }
      return historyPage(reply, toHistoryPage(view, wordsIn(languageOf(request))))
    })
  }
