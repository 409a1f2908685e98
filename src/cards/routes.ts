import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { dayOf } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import { localKeysIn } from '#courses/local.ts'
import { findPublished, listPublished } from '#courses/store.ts'
import type { House } from '#house.ts'
import { signOffsOf } from '#reviewing/sign-off-store.ts'
import { localValuesFor, townValues } from '#town/local-facts-store.ts'
import { townOf } from '#town/store.ts'
import { openDoor } from '#web/doors.ts'
import { type Language, languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { cardPage, cardsPage, toCardPage, toCardsPage } from './pages.ts'

interface CardUrl {
  Params: { course: string; module: string }
}

/** Help cards. Public; set no cookie. */
export const cardsRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('x-robots-tag', 'noindex, nofollow')
    })

    app.get('/', { ...openDoor, prefixTrailingSlash: 'no-slash' }, async (request, reply) => {
      const published = await listPublished(house.db)
      return cardsPage(reply, toCardsPage(published, wordsIn(languageOf(request))))
    })

    app.get<CardUrl>('/:course/:module', openDoor, async (request, reply) => {
      const { course: courseId, module: moduleId } = request.params
      const { id, document } = found(await findPublished(house.db, courseId), 'course')
      const module = found(
        document.modules.find((one) => one.id === moduleId),
        'module',
      )
      const card = found(module.card, 'card')
      const asks = localKeysIn(`${card.html.da}${card.html.en}`).length > 0
      const [da, en] = asks ? await Promise.all([valuesIn(request, 'da'), valuesIn(request, 'en')]) : [{}, {}]
      const { name: town } = await townOf(house.db)
      const signOffs = await signOffsOf(house.db, id)
      const { baseUrl } = house.config
      const facts = { course: document, module, card, town, baseUrl, values: { da, en }, signOffs }
      return cardPage(reply, toCardPage(facts, wordsIn(languageOf(request))))
    })

    function valuesIn({ actor }: FastifyRequest, language: Language): Promise<Record<string, string>> {
      if (actor === null) return townValues(house.db, language)
      return localValuesFor(house.db, { personId: actor.personId, day: dayOf(house.clock()), language })
    }
  }
