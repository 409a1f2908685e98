import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '#base/dates.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { changeLanguage } from '#people/change-language.ts'
import { actorOn } from '#people/role-store.ts'
import { safeNext, seeOther } from '#web/answer.ts'
import { openDoor } from '#web/doors.ts'
import { typedText } from '#web/form.ts'
import { keepLanguage, languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { wordsIn } from '#web/words.ts'
import { keepDeviceMark, markIn } from './device-cookie.ts'
import { readLanguage, readNext, readSignIn } from './forms.ts'
import { homeOf } from './home.ts'
import { refusalOf, signInPage, toSignInPage } from './pages.ts'
import { endSignIn, startSignIn } from './sign-in.ts'
import { trySignIn } from './try-sign-in.ts'

export const signinRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Querystring: { next?: string } }>('/sign-in', openDoor, async (request, reply) => {
      const next = safeNext(request.query.next, '')
      if (request.actor) return seeOther(reply, next || (await homeOf(house.db, request.actor)))
      return signInPage(reply, toSignInPage(wordsIn(languageOf(request)), { next }))
    })

    app.post('/sign-in', openDoor, async (request, reply) => {
      const w = wordsIn(languageOf(request))
      const next = safeNext(readNext(request.body), '')
      const read = readSignIn(request.body)
      const login = typedText(read.typed, 'login')
      if (!read.ok) return signInPage(reply, toSignInPage(w, { next, login, faults: read.faults }), 422)

      const outcome = await trySignIn(house, { ...read.value, address: request.ip, mark: markIn(request, house) })
      if (outcome.kind === 'wait') reply.header('retry-after', String(outcome.seconds))
      if (outcome.kind !== 'in') {
        const status = outcome.kind === 'wait' ? 429 : 422
        return signInPage(reply, toSignInPage(w, { next, login, refusal: refusalOf(w, outcome) }), status)
      }
      await startSignIn(house, reply, outcome.personId, request.headers['user-agent'])
      keepDeviceMark(reply, outcome.mark, house)
      const actor = await actorOn(house.db, outcome.personId, dayOf(house.clock()))
      return seeOther(reply, next || (await homeOf(house.db, actor)))
    })

    app.post('/sign-out', openDoor, async (request, reply) => {
      if (request.actor) await endSignIn(house, reply, request.actor, request.headers.cookie ?? '')
      return seeOther(reply, safeNext(readNext(request.body), '/'))
    })

    app.post('/language', openDoor, async (request, reply) => {
      await switchLanguage(request, reply)
      return seeOther(reply, safeNext(readNext(request.body), '/'))
    })

    /** On this device, and with the person when somebody is signed in. */
    async function switchLanguage({ actor, body, server }: FastifyRequest, reply: FastifyReply): Promise<void> {
      const language = readLanguage(body)
      if (language === null || !server.offered.languages.includes(language)) return
      keepLanguage(reply, language, isSecure(house.config))
      if (actor) await inWork(house, actor, (work) => changeLanguage(work, { personId: actor.personId, language }))
    }
  }
