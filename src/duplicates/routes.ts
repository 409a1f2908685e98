import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '#base/dates.ts'
import { found, mustSee } from '#base/refusal.ts'
import { searchable } from '#base/text.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { listVenues } from '#people/venue-store.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { wordsIn } from '#web/words.ts'
import { type MergeFaults, readMerge, readSearch } from './forms.ts'
import { likelyPairs } from './likeness.ts'
import { mergePeople } from './merge-people.ts'
import { whyNotMerge } from './mergeable.ts'
import { comparePage, duplicatesPage, lookPage, toComparePage, toDuplicatesPage, toLookPage } from './pages.ts'
import { type Compared, compared, everybody, toldApart } from './store.ts'
import { tellApart } from './tell-apart.ts'

interface PersonUrl {
  Params: { person: string }
}
interface PairUrl {
  Params: { person: string; other: string }
}

const mostFound = 20

export const duplicatesRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const door = asks('mergePeople')

    app.get('/duplicates', door, async (request, reply) => {
      const people = await everybody(house.db)
      const pairs = likelyPairs(people, await toldApart(house.db))
      const venues = await listVenues(house.db)
      const view = {
        pairs,
        people: new Map(people.map((one) => [one.personId, one])),
        venueNames: new Map(venues.map(({ id, name }) => [id, name])),
      }
      return duplicatesPage(reply, toDuplicatesPage(view, wordsIn(languageOf(request))))
    })

    app.get<PersonUrl>('/duplicates/:person', door, async (request, reply) => {
      const person = await getCompared(request.params.person)
      const typed = readSearch(request.query) || person.name
      const wanted = searchable(typed).split(' ')
      const people = (await everybody(house.db)).filter(
        ({ personId, name }) => personId !== person.personId && wanted.every((part) => searchable(name).includes(part)),
      )
      const view = { person, typed, found: people.slice(0, mostFound) }
      return lookPage(reply, toLookPage(view, wordsIn(languageOf(request))))
    })

    app.get<PairUrl>('/duplicates/:person/:other', door, async (request, reply) => show(request, reply))

    app.post<PairUrl>('/duplicates/:person/:other/merge', door, async (request, reply) => {
      const both = await bothOf(request)
      const ids = [both[0].personId, both[1].personId] as const
      const read = readMerge(request.body, [...ids])
      if (!read.ok) return show(request, reply, { faults: read.faults, keep: read.keep })
      const [kept, goes] = read.keptId === ids[0] ? both : [both[1], both[0]]
      const why = whyNotMerge(kept, goes)
      if (why) return show(request, reply, { faults: { keep: `duplicates.${why}Fault` }, keep: kept.personId })
      await inWork(house, actorOf(request), (work) =>
        mergePeople(work, { keptId: kept.personId, goesId: goes.personId }),
      )
      leaveFlash(reply, 'duplicates.merged', isSecure(house.config))
      return seeOther(reply, `/people/${kept.personId}`)
    })

    app.post<PairUrl>('/duplicates/:person/:other/apart', door, async (request, reply) => {
      const both = await bothOf(request)
      await inWork(house, actorOf(request), (work) => tellApart(work, [both[0].personId, both[1].personId]))
      leaveFlash(reply, 'duplicates.toldApart', isSecure(house.config))
      return seeOther(reply, '/duplicates')
    })

    async function show(
      request: FastifyRequest<PairUrl>,
      reply: FastifyReply,
      refused: { faults?: MergeFaults; keep?: string } = {},
    ) {
      const both = await bothOf(request)
      const model = toComparePage({ both, ...refused }, wordsIn(languageOf(request)))
      return comparePage(reply, model, refused.faults ? 422 : 200)
    }

    async function bothOf({ params }: FastifyRequest<PairUrl>): Promise<[Compared, Compared]> {
      mustSee(params.person !== params.other, 'two people')
      return [await getCompared(params.person), await getCompared(params.other)]
    }

    const getCompared = async (personId: string) =>
      found(await compared(house.db, personId, dayOf(house.clock())), 'person')
  }
