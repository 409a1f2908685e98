import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { type Day, dayOf, instantOf } from '#base/dates.ts'
import { Refusal } from '#base/refusal.ts'
import { readStaff, unconfirmedAt } from '#coverage/venue-store.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { changeVenue } from '#people/change-venue.ts'
import { closeVenue } from '#people/close-venue.ts'
import { closingsOf } from '#people/closing-store.ts'
import { reopenVenue } from '#people/reopen-venue.ts'
import { listRoles } from '#people/role-store.ts'
import { getVenueFacts, type VenueFacts } from '#people/venue-facts-store.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { type Key, wordsIn } from '#web/words.ts'
import { readDay, readVenue, typedVenue } from './forms.ts'
import {
  lastingOf,
  lastPlanned,
  lastReopening,
  type Refused,
  toReopen,
  toVenueSettingsPage,
  type VenueSettingsView,
  venueSettingsPage,
} from './settings-pages.ts'

interface VenueUrl {
  Params: { venue: string }
}

type Request = FastifyRequest<VenueUrl>

export const settingsRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get<VenueUrl>('/venues/:venue/settings', asks('runVenues'), async (request, reply) =>
      show(request, reply, await viewOf(request)),
    )

    app.post<VenueUrl>('/venues/:venue/settings', asks('runVenues'), async (request, reply) => {
      const view = await viewOf(request)
      const read = readVenue(request.body)
      if (!read.ok) return show(request, reply, view, { form: 'venue', shown: read })
      const change = { venueId: view.venue.id, ...read.value }
      const done = await inWork(house, actorOf(request), (work) => changeVenue(work, change)).catch(falseOnConflict)
      const twin = {
        typed: typedVenue(read.value),
        late: read.value.openAfter02,
        faults: { name: 'venues.twinFault' },
      } as const
      if (done === false) return show(request, reply, view, { form: 'venue', shown: twin })
      return goOn(reply, view.venue, 'venues.changed')
    })

    app.post<VenueUrl>('/venues/:venue/closing', asks('runVenues'), async (request, reply) => {
      const view = await viewOf(request)
      const { day, typed } = readDay(request.body)
      const lasting = lastingOf(view.closings)
      const last = lasting ? lasting.firstOn : lastPlanned(view.today)
      if (!isBetween(day, view.venue.openedOn, last))
        return show(request, reply, view, { form: 'closing', typed, fault: 'venues.dayFault' })
      const of = { venueId: view.venue.id, firstOn: day }
      await inWork(house, actorOf(request), (work) => closeVenue(work, of))
      return goOn(reply, view.venue, 'venues.isClosed')
    })

    app.post<VenueUrl>('/venues/:venue/reopening', asks('runVenues'), async (request, reply) => {
      const view = await viewOf(request)
      const closing = toReopen(view.closings, view.today)
      if (!closing) return goOn(reply, view.venue, 'venues.isReopened')
      const { day, typed } = readDay(request.body)
      if (!isBetween(day, closing.firstOn, lastReopening(closing.lastOn, view.today)))
        return show(request, reply, view, { form: 'reopening', typed, fault: 'venues.dayFault' })
      const of = { venueId: view.venue.id, firstOn: day }
      await inWork(house, actorOf(request), (work) => reopenVenue(work, of))
      return goOn(reply, view.venue, 'venues.isReopened')
    })

    async function viewOf(request: Request): Promise<VenueSettingsView> {
      const venue = await getVenueFacts(house.db, request.params.venue)
      const now = house.clock()
      const today = dayOf(now)
      const roles = await listRoles(house.db, today)
      return {
        venue,
        today,
        closings: await closingsOf(house.db, venue.id),
        employed: (await readStaff(house.db, venue.id, { on: today, knownAt: instantOf(now) })).length,
        waiting: (await unconfirmedAt(house.db, venue.id, today)).length,
        managers: roles.filter((one) => one.role === 'manager' && one.venueId === venue.id && !one.ended).length,
      }
    }

    const show = (request: Request, reply: FastifyReply, view: VenueSettingsView, refused: Refused | null = null) =>
      venueSettingsPage(
        reply,
        toVenueSettingsPage(view, wordsIn(languageOf(request)), refused),
        refused === null ? 200 : 422,
      )

    function goOn(reply: FastifyReply, venue: VenueFacts, said: Key) {
      leaveFlash(reply, said, isSecure(house.config))
      return seeOther(reply, `/venues/${venue.slug}/settings`)
    }
  }

const isBetween = (day: Day | null, first: Day, last: Day): day is Day => day !== null && first <= day && day <= last

function falseOnConflict(error: unknown): false {
  if (error instanceof Refusal && error.code === 'conflict') return false
  throw error
}
