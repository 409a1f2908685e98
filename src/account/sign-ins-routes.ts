import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { found } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { endOneSignIn, endOtherSignIns, ownSignIns } from '#signin/own-sign-ins.ts'
import { tokenHashIn } from '#signin/sign-in.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { type Key, wordsIn } from '#web/words.ts'
import { readSignInId } from './sign-ins-forms.ts'
import { allOthers, signInsPage, toSignInsPage } from './sign-ins-pages.ts'

/** Where one is signed in, and ending it from afar. */
export const signInsRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get('/account/sign-ins', asks('useOwn'), async (request, reply) => {
      const at = { tokenHash: tokenHashOf(request), now: house.clock() }
      const signIns = await ownSignIns(house.db, actorOf(request), at)
      return signInsPage(reply, toSignInsPage(wordsIn(languageOf(request)), signIns))
    })

    app.post('/account/sign-ins/end', asks('useOwn'), async (request, reply) => {
      const actor = actorOf(request)
      const { personId } = actor
      const id = readSignInId(request.body)
      if (id === allOthers) {
        const tokenHash = found(tokenHashOf(request), 'sign-in')
        await inWork(house, actor, (work) => endOtherSignIns(work, { personId, tokenHash }))
        return backToList(reply, 'account.signInsOthersEnded')
      }
      await inWork(house, actor, (work) => endOneSignIn(work, { personId, id }))
      return backToList(reply, 'account.signInsEnded')
    })

    const tokenHashOf = (request: FastifyRequest) => tokenHashIn(house, request.headers.cookie ?? '')

    function backToList(reply: FastifyReply, said: Key) {
      leaveFlash(reply, said, isSecure(house.config))
      return seeOther(reply, '/account/sign-ins')
    }
  }
