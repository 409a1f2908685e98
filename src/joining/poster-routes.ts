import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '#base/dates.ts'
import { mustSee } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { closedOn } from '#people/closing-store.ts'
import { replaceJoinCode } from '#people/replace-join-code.ts'
import { getJoinCode, getVenue } from '#people/venue-store.ts'
import { may } from '#policy.ts'
import { shownLogo } from '#town/pages.ts'
import { logoOf, townOf } from '#town/store.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { wordsIn } from '#web/words.ts'
import { readUnderstood } from './forms.ts'
import { posterPage, toPosterPage } from './poster-pages.ts'

interface VenueUrl {
  Params: { venue: string }
}

export const posterRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get<VenueUrl>('/venues/:venue/poster', asks('handlePoster'), (request, reply) => show(request, reply))

    app.post<VenueUrl>('/venues/:venue/poster/code', asks('handlePoster'), async (request, reply) => {
      const venue = await ownVenue(request)
      if (!readUnderstood(request.body)) return show(request, reply, true)
      await inWork(house, actorOf(request), (work) => replaceJoinCode(work, venue.id))
      leaveFlash(reply, 'joining.posterReplaced', isSecure(house.config))
      return seeOther(reply, `/venues/${venue.slug}/poster`)
    })

    async function show(request: FastifyRequest<VenueUrl>, reply: FastifyReply, refused = false) {
      const venue = await ownVenue(request)
      const w = wordsIn(languageOf(request))
      const town = await townOf(house.db)
      const shown = town.logo ? await logoOf(house.db, town.logo) : null
      const logo = shown && shownLogo(shown, town.name, w)
      const code = await getJoinCode(house.db, venue.id)
      const closed = await closedOn(house.db, venue.id, dayOf(house.clock()))
      const offered = app.offered.languages
      const of = { venue, town: town.name, logo, offered, code, baseUrl: house.config.baseUrl, refused, closed }
      return posterPage(reply, toPosterPage(w, of), refused ? 422 : 200)
    }

    /** To anybody who may not handle its poster, a venue does not exist here. */
    async function ownVenue(request: FastifyRequest<VenueUrl>) {
      const venue = await getVenue(house.db, request.params.venue)
      mustSee(may.handlePoster(actorOf(request), { venueId: venue.id }), 'poster')
      return venue
    }
  }
