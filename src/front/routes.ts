import type { FastifyPluginAsync } from 'fastify'
import type { House } from '#house.ts'
import { findSettings } from '#people/partnership-store.ts'
import { homeOf } from '#signin/home.ts'
import { shownLogo } from '#town/pages.ts'
import { logoOf } from '#town/store.ts'
import { openDoor } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { frontPage, toFrontPage } from './pages.ts'
import { watchDatabase } from './watch-database.ts'

/** Only the front page is for search engines; everything else is somebody's. */
const robots = 'User-agent: *\nAllow: /$\nDisallow: /\n'

export const frontRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const database = watchDatabase(house.probe)
    app.addHook('onClose', async () => database.stop())

    app.get('/', openDoor, async (request, reply) => {
      const w = wordsIn(languageOf(request))
      const town = await findSettings(house.db)
      const logo = town?.logo ? await logoOf(house.db, town.logo) : null
      const facts = {
        town: town?.name ?? null,
        logo: town && logo && shownLogo(logo, town.name, w),
        contact: town?.contact ?? null,
        offered: app.offered.languages,
        home: request.actor && (await homeOf(house.db, request.actor)),
        demo: house.config.demo,
      }
      return frontPage(reply, toFrontPage(w, facts))
    })

    app.get('/healthz', openDoor, async (_request, reply) => {
      const well = database.answers()
      return reply
        .code(well ? 200 : 503)
        .type('text/plain; charset=utf-8')
        .send(well ? 'ok' : 'the database does not answer')
    })

    app.get('/robots.txt', openDoor, async (_request, reply) =>
      reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=86400').send(robots),
    )
  }
