import type { FastifyPluginAsync } from 'fastify'
import { dayOf } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { House } from '#house.ts'
import { actorOn } from '#people/role-store.ts'
import { findAccount } from '#people/store.ts'
import { homeOf } from '#signin/home.ts'
import { startSignIn } from '#signin/sign-in.ts'
import { seeOther } from '#web/answer.ts'
import { openDoor } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { cast } from './cast.ts'
import { readPerson } from './forms.ts'
import { demoLogin } from './live-life.ts'
import { castPage, toCastPage } from './pages.ts'

/** Only a demo town has these: the cast, and signing in as one of them with one click. */
export const demoRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get('/', openDoor, async (request, reply) => castPage(reply, toCastPage(wordsIn(languageOf(request)))))

    app.post('/sign-in', openDoor, async (request, reply) => {
      const key = found(readPerson(request.body), 'member of the cast')
      const member = found(
        cast.find((one) => one.key === key),
        'member of the cast',
      )
      const { personId } = found(await findAccount(house.db, demoLogin(member.key)), 'account')
      await startSignIn(house, reply, personId, request.headers['user-agent'])
      const actor = await actorOn(house.db, personId, dayOf(house.clock()))
      return seeOther(reply, await homeOf(house.db, actor))
    })
  }
