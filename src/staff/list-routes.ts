import type { FastifyPluginAsync } from 'fastify'
import { noteLook } from '#audit/note-look.ts'
import { dayOf, instantOf } from '#base/dates.ts'
import { mustSee } from '#base/refusal.ts'
import { namesAt, readStaff, revisionsAt } from '#coverage/venue-store.ts'
import type { House } from '#house.ts'
import { getVenue } from '#people/venue-store.ts'
import { may } from '#policy.ts'
import { actorOf, asks } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { listPage, toListPage } from './list-pages.ts'

/** The list of staff on paper. */
export const listRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Params: { venue: string } }>('/venues/:venue/list', asks('seeStaff'), async (request, reply) => {
      const venue = await getVenue(house.db, request.params.venue)
      const actor = actorOf(request)
      mustSee(may.seeStaff(actor, { venueId: venue.id }), 'staff')
      const today = dayOf(house.clock())
      const when = { on: today, knownAt: instantOf(house.clock()) }
      const staff = await readStaff(house.db, venue.id, when)
      const required = [...new Set(staff.flatMap((one) => one.courses.map((line) => line.courseId)))]
      const view = {
        venue,
        today,
        staff,
        names: await namesAt(house.db, venue.id, when),
        courses: await revisionsAt(house.db, required, when.knownAt),
      }
      await noteLook(house, { actor, kind: 'sheet', venueId: venue.id })
      return listPage(reply, toListPage(wordsIn(languageOf(request)), view))
    })
  }
