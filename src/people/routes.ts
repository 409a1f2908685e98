import type { FastifyPluginAsync } from 'fastify'
import { mustSee } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { may } from '#policy.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { isSecure } from '#web/plumbing.ts'
import { confirmEmployment } from './confirm-employment.ts'
import { getEmployment, getVenue } from './store.ts'

interface EmploymentUrl {
  Params: { venue: string; employment: string }
}

export const peopleRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.post<EmploymentUrl>(
      '/venues/:venue/employments/:employment/confirmation',
      asks('keepStaff'),
      async (request, reply) => {
        const actor = actorOf(request)
        const venue = await getVenue(house.db, request.params.venue)
        mustSee(may.keepStaff(actor, { venueId: venue.id }), 'staff')
        const employment = await getEmployment(house.db, request.params.employment, house.clock())
        mustSee(employment.venueId === venue.id, 'employment at this venue')

        await inWork(house, actor, (work) => confirmEmployment(work, employment.id))
        leaveFlash(reply, 'people.confirmed', isSecure(house.config))
        return seeOther(reply, `/venues/${venue.slug}`)
      },
    )
  }
