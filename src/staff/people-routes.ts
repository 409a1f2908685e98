import type { FastifyPluginAsync } from 'fastify'
import { noteLook } from '#audit/note-look.ts'
import { dayOf } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import { certificatesOf } from '#certificates/store.ts'
import { listPublished } from '#courses/store.ts'
import type { House } from '#house.ts'
import { allEmploymentsOf } from '#people/employment-store.ts'
import { findRecord, type PersonRecord, searchPeople } from '#people/record-store.ts'
import { actorOn, rolesOf, subjectOf } from '#people/role-store.ts'
import { listVenues } from '#people/venue-store.ts'
import { type Actor, may } from '#policy.ts'
import { requiredOf } from '#requirements/store.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import { readSearch } from './forms.ts'
import { mostOnPage, peoplePage, toPeoplePage } from './people-pages.ts'
import { type PersonView, personPage, toPersonPage } from './person-pages.ts'

interface PersonUrl {
  Params: { person: string }
}

export const peopleRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const { db } = house
    const door = asks('seePeople')

    app.get('/people', door, async (request, reply) => {
      const asked = readSearch(request.query)
      const today = dayOf(house.clock())
      const result = await searchPeople(db, asked.name, { from: (asked.page - 1) * mostOnPage, most: mostOnPage })
      const names = new Map((await listVenues(db)).map(({ id, name }) => [id, name]))
      const venues = new Map<string, string[]>()
      const roles = new Map<string, Actor['roles']>()
      for (const { id } of result.people) {
        const here = (await allEmploymentsOf(db, id)).filter(({ lastOn }) => lastOn === null || lastOn >= today)
        const named = [...new Set(here.map((one) => names.get(one.venueId) ?? ''))]
        if (named.length > 0) venues.set(id, named)
        roles.set(id, (await actorOn(db, id, today)).roles)
      }
      return peoplePage(reply, toPeoplePage({ asked, found: result, venues, roles }, wordsIn(languageOf(request))))
    })

    app.get<PersonUrl>('/people/:person', door, async (request, reply) => {
      const record = found(await findRecord(db, request.params.person), 'person')
      if (record.mergedIntoId !== null) return seeOther(reply, `/people/${record.mergedIntoId}`)
      const name = found(record.name, 'person')
      await noteLook(house, { actor: actorOf(request), kind: 'person', personId: record.id })
      const view = await viewOf({ ...record, name }, actorOf(request))
      return personPage(reply, toPersonPage(view, wordsIn(languageOf(request))))
    })

    async function viewOf(person: PersonRecord & { name: string }, actor: Actor): Promise<PersonView> {
      const { id } = person
      const today = dayOf(house.clock())
      const venues = new Map((await listVenues(db)).map((venue) => [venue.id, venue]))
      return {
        person,
        employments: await allEmploymentsOf(db, id),
        venues,
        roles: await rolesOf(db, id, today),
        required: {
          required: await requiredOf(db, id, today),
          certificates: await certificatesOf(db, id),
          courses: await listPublished(db),
          venues: new Map([...venues].map(([venueId, venue]) => [venueId, venue.name])),
          today,
        },
        today,
        mayReset: person.claimed && may.resetPassword(actor, await subjectOf(db, id, today)),
        mayMerge: may.mergePeople(actor),
        mayReadAudit: may.readAudit(actor),
      }
    }
  }
