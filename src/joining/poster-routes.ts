import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { mustSee } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { replaceJoinCode } from '#people/replace-join-code.ts'
import { findPartnership, getJoinCode, getVenue } from '#people/store.ts'
import { may } from '#policy.ts'
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
      const town = (await findPartnership(house.db))?.name ?? ''
      const code = await getJoinCode(house.db, venue.id)
      const of = { venue, town, code, baseUrl: house.config.baseUrl, refused }
      return posterPage(reply, toPosterPage(wordsIn(languageOf(request)), of), refused ? 422 : 200)
    }

    /** To anybody who may not handle its poster, a venue does not exist here. */
    async function ownVenue(request: FastifyRequest<VenueUrl>) {
      const venue = await getVenue(house.db, request.params.venue)
      mustSee(may.handlePoster(actorOf(request), { venueId: venue.id }), 'poster')
      return venue
    }
  }
