import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { findSettings } from '#people/partnership-store.ts'
import { passwordAgainFault } from '#signin/fields.ts'
import { readPasswordAgain } from '#signin/forms.ts'
import { signedInJustNow } from '#signin/own-sign-ins.ts'
import { passwordIsRight } from '#signin/password-is-right.ts'
import { tokenHashIn } from '#signin/sign-in.ts'
import { actorOf, asks } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { codesLeft } from './code-store.ts'
import { codesPage, paperPage, toCodesPage, toPaperPage } from './codes-pages.ts'
import { issueCodes, makeCodes } from './issue-codes.ts'

export const codesRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get('/account/codes', asks('useOwn'), async (request, reply) =>
      show(request, reply, { again: !(await isFresh(request)) }),
    )

    /** Answers with the codes themselves, because they are shown once; sent again it makes new ones, and says so. */
    app.post('/account/codes', asks('useOwn'), async (request, reply) => {
      const actor = actorOf(request)
      const { personId } = actor
      const w = wordsIn(languageOf(request))
      if (!(await isFresh(request))) {
        const password = readPasswordAgain(request.body)
        const tried = await passwordIsRight(house, { personId, password, address: request.ip })
        if (tried !== 'right') {
          if (tried !== 'wrong') reply.header('retry-after', String(tried.seconds))
          const fault = passwordAgainFault(w, tried)
          return show(request, reply, { again: true, fault }, tried === 'wrong' ? 422 : 429)
        }
      }
      const made = await makeCodes()
      const at = await inWork(house, actor, async (work) => {
        await issueCodes(work, { personId, made })
        return work.at
      })
      const town = (await findSettings(house.db))?.name ?? ''
      return paperPage(reply, toPaperPage(w, { codes: made.codes, town, baseUrl: house.config.baseUrl, at }))
    })

    /** Whoever signed in a moment ago has just said who it is. */
    const isFresh = (request: FastifyRequest) => {
      const tokenHash = tokenHashIn(house, request.headers.cookie ?? '')
      return signedInJustNow(house.db, actorOf(request).personId, { tokenHash, now: house.clock() })
    }

    async function show(
      request: FastifyRequest,
      reply: FastifyReply,
      of: { again: boolean; fault?: string },
      status = 200,
    ) {
      const codes = await codesLeft(house.db, actorOf(request).personId)
      const { demo } = house.config
      return codesPage(reply, toCodesPage(wordsIn(languageOf(request)), { codes, demo, ...of }), status)
    }
  }
