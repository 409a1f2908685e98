import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '#base/dates.ts'
import { certificatesOf } from '#certificates/store.ts'
import { noteErased } from '#db/erased.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { allEmploymentsOf } from '#people/employment-store.ts'
import { venuesWithIds } from '#people/venue-store.ts'
import type { Actor } from '#policy.ts'
import { passwordAgainFault } from '#signin/fields.ts'
import { readPasswordAgain } from '#signin/forms.ts'
import { passwordIsRight } from '#signin/password-is-right.ts'
import { endSignIn } from '#signin/sign-in.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks, openDoor } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { erasePerson, isLastOfAssociation } from './erase-person.ts'
import { readSure } from './forms.ts'
import { gonePage, type LeaveView, leavePage, toGonePage, toLeavePage } from './leave-pages.ts'

/** Leaving entirely. */
export const leaveRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    async function show(
      request: FastifyRequest,
      reply: FastifyReply,
      typed: Pick<LeaveView, 'sure' | 'faults'>,
      status = 200,
    ) {
      const view = { ...(await whatEnds(house, actorOf(request))), ...typed, demo: house.config.demo }
      return leavePage(reply, toLeavePage(view, wordsIn(languageOf(request))), status)
    }

    app.get('/account/leave', asks('useOwn'), async (request, reply) => show(request, reply, {}))

    app.post('/account/leave', asks('useOwn'), async (request, reply) => {
      const actor = actorOf(request)
      const { personId } = actor
      const w = wordsIn(languageOf(request))
      if (await isLastOfAssociation(house.db, personId, dayOf(house.clock()))) return show(request, reply, {}, 409)
      const sure = readSure(request.body)
      if (!sure) return show(request, reply, { faults: { sure: w.t('account.sureMissing') } }, 422)

      const password = readPasswordAgain(request.body)
      const tried = await passwordIsRight(house, { personId, password, address: request.ip })
      if (tried !== 'right') {
        if (tried !== 'wrong') reply.header('retry-after', String(tried.seconds))
        const faults = { password: passwordAgainFault(w, tried) }
        return show(request, reply, { sure, faults }, tried === 'wrong' ? 422 : 429)
      }
      await inWork(house, actor, (work) => erasePerson(work, personId))
      noteErased(house, personId)
      await endSignIn(house, reply, actor, request.headers.cookie ?? '')
      return seeOther(reply, '/account/gone')
    })

    app.get('/account/gone', openDoor, async (request, reply) =>
      gonePage(reply, toGonePage(wordsIn(languageOf(request)))),
    )
  }

async function whatEnds({ db, clock }: House, { personId, roles }: Actor) {
  const today = dayOf(clock())
  const employments = await allEmploymentsOf(db, personId)
  const venueIds = employments.filter(({ lastOn }) => lastOn === null || lastOn >= today).map((one) => one.venueId)
  return {
    certificates: await certificatesOf(db, personId),
    venues: venueIds.length === 0 ? [] : (await venuesWithIds(db, venueIds)).map((venue) => venue.name),
    roles,
    lastMember: await isLastOfAssociation(db, personId, today),
    today,
  }
}
