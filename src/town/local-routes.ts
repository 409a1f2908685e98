import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { mustSee } from '#base/refusal.ts'
import { listPublished } from '#courses/store.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import type { Venue } from '#people/venue.ts'
import { getVenue } from '#people/venue-store.ts'
import { may } from '#policy.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { wordsIn } from '#web/words.ts'
import { declaredFacts } from './declared-facts.ts'
import { fillLocalFacts } from './fill-local-facts.ts'
import { readLocalFacts } from './forms.ts'
import { localFactsOf } from './local-facts-store.ts'
import { localPage, type RefusedFacts, toLocalPage } from './local-pages.ts'

interface VenueUrl {
  Params: { venue: string }
}

/** What the course text leaves open, for the town and for each venue. */
export const localRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get('/settings/local', asks('settleTown'), (request, reply) => show(house, request, reply, null))
    app.post('/settings/local', asks('settleTown'), (request, reply) => fill(house, request, reply, null))

    app.get<VenueUrl>('/venues/:venue/local', asks('fillLocalFacts'), async (request, reply) =>
      show(house, request, reply, await ownVenue(house, request)),
    )
    app.post<VenueUrl>('/venues/:venue/local', asks('fillLocalFacts'), async (request, reply) =>
      fill(house, request, reply, await ownVenue(house, request)),
    )
  }

async function ownVenue({ db }: House, request: FastifyRequest<VenueUrl>): Promise<Venue> {
  const venue = await getVenue(db, request.params.venue)
  mustSee(may.fillLocalFacts(actorOf(request), { venueId: venue.id }), 'local facts')
  return venue
}

const declaredIn = async ({ db }: House) => declaredFacts((await listPublished(db)).map(({ document }) => document))

async function show(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  venue: Venue | null,
  refused?: RefusedFacts,
): Promise<FastifyReply> {
  const townFacts = await localFactsOf(house.db, null)
  const view = {
    venue,
    declared: await declaredIn(house),
    facts: venue ? await localFactsOf(house.db, venue.id) : townFacts,
    townFacts,
    offered: request.server.offered.languages,
  }
  return localPage(reply, toLocalPage(wordsIn(languageOf(request)), view, refused), refused ? 422 : 200)
}

async function fill(
  house: House,
  request: FastifyRequest,
  reply: FastifyReply,
  venue: Venue | null,
): Promise<FastifyReply> {
  const keys = (await declaredIn(house)).map(({ key }) => key)
  const read = readLocalFacts(request.body, keys, request.server.offered.languages)
  if (!read.ok) return show(house, request, reply, venue, { typed: read.value, tooLong: read.tooLong })
  await inWork(house, actorOf(request), (work) => fillLocalFacts(work, venue?.id ?? null, read.value))
  leaveFlash(reply, 'town.saved', isSecure(house.config))
  return seeOther(reply, venue ? `/venues/${venue.slug}/local` : '/settings/local')
}
