import type { FastifyPluginAsync } from 'fastify'
import { dayOf } from '#base/dates.ts'
import { Refusal } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { closingsByVenue } from '#people/closing-store.ts'
import { openVenue } from '#people/open-venue.ts'
import { findTwin, listVenueFacts } from '#people/venue-facts-store.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { wordsIn } from '#web/words.ts'
import { readSought, readVenue, typedVenue } from './forms.ts'
import { newVenuePage, toNewVenuePage, toVenuesPage, venuesPage } from './pages.ts'
import { settingsRoutes } from './settings-routes.ts'
import { countWaitingLetters } from './store.ts'
import { toTownHubPage, townHubPage } from './town-pages.ts'

export const venuesRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    await app.register(settingsRoutes(house))

    app.get('/town', asks('runVenues'), async (request, reply) => {
      const known = { ...(await knownVenues()), waitingLetters: await countWaitingLetters(house.db) }
      return townHubPage(reply, toTownHubPage(known, wordsIn(languageOf(request))))
    })

    app.get('/town/venues', asks('runVenues'), async (request, reply) => {
      const view = { ...(await knownVenues()), sought: readSought(request.query) }
      return venuesPage(reply, toVenuesPage(view, wordsIn(languageOf(request))))
    })

    app.get('/town/venues/new', asks('runVenues'), (request, reply) =>
      newVenuePage(reply, toNewVenuePage(wordsIn(languageOf(request)))),
    )

    app.post('/town/venues', asks('runVenues'), async (request, reply) => {
      const w = wordsIn(languageOf(request))
      const read = readVenue(request.body)
      if (!read.ok) return newVenuePage(reply, toNewVenuePage(w, read), 422)
      const venue = await inWork(house, actorOf(request), (work) => openVenue(work, read.value)).catch(nullOnConflict)
      if (!venue) {
        const twin = await findTwin(house.db, { id: null, ...read.value })
        const known = {
          typed: typedVenue(read.value),
          late: read.value.openAfter02,
          faults: { name: 'venues.twinFault' },
        } as const
        return newVenuePage(reply, toNewVenuePage(w, known, twin?.slug ?? null), 422)
      }
      leaveFlash(reply, 'venues.opened', isSecure(house.config))
      return seeOther(reply, `/venues/${venue.slug}/settings`)
    })

    const knownVenues = async () => ({
      venues: await listVenueFacts(house.db),
      closings: await closingsByVenue(house.db),
      today: dayOf(house.clock()),
    })
  }

function nullOnConflict(error: unknown): null {
  if (error instanceof Refusal && error.code === 'conflict') return null
  throw error
}
