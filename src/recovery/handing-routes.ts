import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '#base/dates.ts'
import { mustSee } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { findAccountOf } from '#people/account-store.ts'
import { getEmployment } from '#people/employment-store.ts'
import { subjectOf } from '#people/role-store.ts'
import { getName } from '#people/store.ts'
import { getVenue } from '#people/venue-store.ts'
import { may } from '#policy.ts'
import { actorOf, asks } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { handedPage, handingPage, toHandedPage, toHandingPage } from './handing-pages.ts'
import { issueResetLink } from './issue-reset-link.ts'

interface EmploymentUrl {
  Params: { venue: string; employment: string }
}
interface PersonUrl {
  Params: { person: string }
}

/** Somebody stands before a manager or the association and cannot get in. */
interface Standing {
  personId: string
  /** Path of this page. */
  action: string
  /** Path of the page one comes from. */
  back: string
}

/** Links that are handed over: by a manager to somebody of the venue, by the association to anybody but its own. */
export const handingRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const ofVenue = '/venues/:venue/employments/:employment/reset-link'
    app.get<EmploymentUrl>(ofVenue, asks('keepStaff'), async (request, reply) =>
      explain(request, reply, await staffStanding(request)),
    )
    app.post<EmploymentUrl>(ofVenue, asks('keepStaff'), async (request, reply) =>
      handOver(request, reply, await staffStanding(request)),
    )
    const ofTown = '/people/:person/reset-link'
    app.get<PersonUrl>(ofTown, asks('seePeople'), async (request, reply) =>
      explain(request, reply, await personStanding(request)),
    )
    app.post<PersonUrl>(ofTown, asks('seePeople'), async (request, reply) =>
      handOver(request, reply, await personStanding(request)),
    )

    async function staffStanding(request: FastifyRequest<EmploymentUrl>): Promise<Standing> {
      const venue = await getVenue(house.db, request.params.venue)
      mustSee(may.keepStaff(actorOf(request), { venueId: venue.id }), 'staff')
      const { id, personId, venueId } = await getEmployment(house.db, request.params.employment)
      mustSee(venueId === venue.id, 'employment at this venue')
      await mustReset(request, personId)
      const back = `/venues/${venue.slug}/employments/${id}`
      return { personId, action: `${back}/reset-link`, back }
    }

    async function personStanding(request: FastifyRequest<PersonUrl>): Promise<Standing> {
      const { person } = request.params
      await mustReset(request, person)
      const back = `/people/${person}`
      return { personId: person, action: `${back}/reset-link`, back }
    }

    /** To whoever may not, there is no such page: not for oneself, not for the association. */
    async function mustReset(request: FastifyRequest, personId: string): Promise<void> {
      const subject = await subjectOf(house.db, personId, dayOf(house.clock()))
      mustSee(may.resetPassword(actorOf(request), subject), 'reset link')
    }

    async function explain(request: FastifyRequest, reply: FastifyReply, of: Standing) {
      const name = await getName(house.db, of.personId)
      const claimed = (await findAccountOf(house.db, of.personId)) !== null
      return handingPage(reply, toHandingPage(wordsIn(languageOf(request)), { name, claimed, ...of }))
    }

    /** Answers with the link itself, because it is shown once. */
    async function handOver(request: FastifyRequest, reply: FastifyReply, { personId, back }: Standing) {
      const name = await getName(house.db, personId)
      const token = await inWork(house, actorOf(request), (work) => issueResetLink(work, personId))
      const { baseUrl } = house.config
      return handedPage(reply, toHandedPage(wordsIn(languageOf(request)), { name, token, baseUrl, back }))
    }
  }
