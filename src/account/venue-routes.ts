import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '#base/dates.ts'
import { mustSee } from '#base/refusal.ts'
import { certificatesOf } from '#certificates/store.ts'
import { listPublished } from '#courses/store.ts'
import { inWork, type Work } from '#db/work.ts'
import type { House } from '#house.ts'
import { acceptOffer } from '#people/accept-offer.ts'
import { closedVenuesOn } from '#people/closing-store.ts'
import { declineOffer } from '#people/decline-offer.ts'
import { allEmploymentsOf, getEmployment } from '#people/employment-store.ts'
import { leaveVenue } from '#people/leave-venue.ts'
import { getOffer, openOffersTo } from '#people/offer-store.ts'
import { venueNameOf, venuesWithIds } from '#people/venue-store.ts'
import { may } from '#policy.ts'
import { allRequirements } from '#requirements/store.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { type Key, wordsIn } from '#web/words.ts'
import { readLastDay } from './forms.ts'
import { lackingFrom } from './lacking.ts'
import { leavingPage, toLeavingPage } from './leaving-pages.ts'
import { toVenuesPage, venuesPage } from './venue-pages.ts'

interface EmploymentUrl {
  Params: { employment: string }
}
interface OfferUrl {
  Params: { offer: string }
}

/** Where somebody works: what is offered, what is required, and leaving. */
export const venueRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const done = (reply: FastifyReply, key: Key) => {
      leaveFlash(reply, key, isSecure(house.config))
      return seeOther(reply, '/account/venues')
    }

    app.get('/account/venues', asks('useOwn'), async (request, reply) => {
      const { personId } = actorOf(request)
      const { db } = house
      const today = dayOf(house.clock())
      const employments = await allEmploymentsOf(db, personId)
      const closed = await closedVenuesOn(db, today)
      const requirements = await allRequirements(db)
      const certificates = await certificatesOf(db, personId)
      const venueIds = employments.map((one) => one.venueId)
      const venues = venueIds.length === 0 ? [] : await venuesWithIds(db, venueIds)
      const w = wordsIn(languageOf(request))
      const view = {
        employments,
        offers: await openOffersTo(db, personId),
        venueNames: new Map(venues.map((venue) => [venue.id, venue.name])),
        closed,
        lacking: lackingFrom({ employments, requirements, certificates, closed }, today),
        titles: new Map(
          (await listPublished(db)).map(({ courseId, document }) => [courseId, document.title[w.language]]),
        ),
        today,
      }
      return venuesPage(reply, toVenuesPage(view, w))
    })

    const answerOffer = (how: string, key: Key, task: (work: Work, offerId: string) => Promise<unknown>) =>
      app.post<OfferUrl>(`/account/offers/:offer/${how}`, asks('useOwn'), async (request, reply) => {
        const actor = actorOf(request)
        const offer = await getOffer(house.db, request.params.offer)
        mustSee(may.useOwn(actor, offer), 'an offer to somebody else')
        await inWork(house, actor, (work) => task(work, offer.id))
        return done(reply, key)
      })
    answerOffer('acceptance', 'account.offerAccepted', acceptOffer)
    answerOffer('refusal', 'account.offerDeclined', declineOffer)

    /** One's own, of which there is still something to leave. */
    async function ownEmployment(request: FastifyRequest<EmploymentUrl>) {
      const actor = actorOf(request)
      const today = dayOf(house.clock())
      const employment = await getEmployment(house.db, request.params.employment)
      mustSee(may.useOwn(actor, employment), 'somebody else’s employment')
      mustSee(employment.lastOn === null || employment.lastOn >= today, 'an employment that is not over')
      const venue = await venueNameOf(house.db, employment.venueId)
      return { employment, venue, manages: actor.manages.includes(employment.venueId), today }
    }

    app.get<EmploymentUrl>('/account/venues/:employment/leaving', asks('useOwn'), async (request, reply) => {
      const view = await ownEmployment(request)
      return leavingPage(reply, toLeavingPage(view, wordsIn(languageOf(request))))
    })

    app.post<EmploymentUrl>('/account/venues/:employment/leaving', asks('useOwn'), async (request, reply) => {
      const view = await ownEmployment(request)
      const { employment, today } = view
      const counts = employment.confirmed && employment.firstOn <= today
      const read = counts
        ? readLastDay(request.body, { from: employment.firstOn, to: today })
        : { ok: true as const, lastOn: today }
      if (!read.ok) {
        const refused = { ...view, refused: read.typed }
        return leavingPage(reply, toLeavingPage(refused, wordsIn(languageOf(request))), 422)
      }
      await inWork(house, actorOf(request), (work) => leaveVenue(work, employment.id, read.lastOn))
      return done(reply, 'account.left')
    })
  }
