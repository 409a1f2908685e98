import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { noteLook } from '#audit/note-look.ts'
import { mustSee, Refusal } from '#base/refusal.ts'
import { inWork, type Work } from '#db/work.ts'
import type { House } from '#house.ts'
import { changeJob } from '#people/change-job.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { correctDays } from '#people/correct-days.ts'
import { placeOfEmployment } from '#people/employment-store.ts'
import { endEmployment } from '#people/end-employment.ts'
import { rejectEmployment } from '#people/reject-employment.ts'
import { takeBack } from '#people/take-back.ts'
import { getVenue } from '#people/venue-store.ts'
import { may } from '#policy.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { type Key, wordsIn } from '#web/words.ts'
import { type EmploymentView, employmentPage, toEmploymentPage } from './employment-pages.ts'
import { type EmploymentAt, findEmploymentAt } from './find-employment.ts'
import { type Around, type Faults, type ReadForm, readDays, readEnd, readJobChange, readReturn } from './forms.ts'
import type { Refused, SectionName } from './sections.ts'

interface Url {
  Params: EmploymentAt
}
type Asked = FastifyRequest<Url>

/** A form of the page: how it is read, what it does, and the fault when the facts have moved on. */
interface Form<Value> {
  read(body: unknown, around: Around): ReadForm<Value>
  /** Gives the id of a new employment, where there is one. */
  does(work: Work, view: EmploymentView, value: Value): Promise<string | undefined>
  faults: Faults
  said: Key
}

export const employmentRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const door = asks('keepStaff')
    const address = '/venues/:venue/employments/:employment'

    app.get<Url>(address, door, async (request, reply) => {
      const view = await findEmploymentAt(house, actorOf(request), request.params)
      const { personId, venueId } = view.employment
      await noteLook(house, { actor: actorOf(request), kind: 'person', personId, venueId })
      return show(request, reply, view, null)
    })

    app.post<Url>(`${address}/confirmation`, door, async (request, reply) => {
      await mustBeHere(request)
      await inWork(house, actorOf(request), (work) => confirmEmployment(work, request.params.employment))
      return after(reply, `/venues/${request.params.venue}`, 'people.confirmed')
    })

    app.post<Url>(`${address}/rejection`, door, async (request, reply) => {
      await mustBeHere(request)
      await inWork(house, actorOf(request), (work) => rejectEmployment(work, request.params.employment)).catch(
        hideForbidden,
      )
      return after(reply, `/venues/${request.params.venue}`, 'staff.rejection.done')
    })

    take('days', {
      read: readDays,
      does: (work, { employment }, days) => correctDays(work, employment.id, days).then(sameEmployment),
      faults: { firstOn: 'staff.fault.twice' },
      said: 'staff.days.done',
    })
    take('job', {
      read: readJobChange,
      does: (work, { employment }, change) => changeJob(work, employment.id, change).then(sameEmployment),
      faults: { fromOn: 'staff.fault.twice' },
      said: 'staff.job.done',
    })
    take('end', {
      read: readEnd,
      does: (work, { employment }, { lastOn }) => endEmployment(work, employment.id, lastOn).then(sameEmployment),
      faults: { lastOn: 'staff.fault.over' },
      said: 'staff.end.done',
    })
    take('return', {
      read: readReturn,
      does: (work, { employment: { personId, venueId } }, back) => takeBack(work, { personId, venueId, ...back }),
      faults: { firstOn: 'staff.fault.stillThere' },
      said: 'staff.return.done',
    })

    function take<Value>(section: SectionName, form: Form<Value>) {
      app.post<Url>(`${address}/${section}`, door, async (request, reply) => {
        const view = await findEmploymentAt(house, actorOf(request), request.params)
        mustSee(view.keeps, 'an employment to change')
        const read = form.read(request.body, { ...view.employment, today: view.today })
        if (!read.ok) return show(request, reply, view, { section, ...read })
        const kept = await inWork(house, actorOf(request), (work) => form.does(work, view, read.value)).catch(
          nullOnConflict,
        )
        if (kept === null) return show(request, reply, view, { section, typed: read.typed, faults: form.faults })
        return after(reply, `/venues/${view.venue.slug}/employments/${kept ?? view.employment.id}`, form.said)
      })
    }

    function show(request: Asked, reply: FastifyReply, view: EmploymentView, refused: Refused | null) {
      const model = toEmploymentPage(view, wordsIn(languageOf(request)), refused)
      return employmentPage(reply, model, refused ? 422 : 200)
    }

    /** An employment that was rejected meanwhile is still one of this venue. */
    async function mustBeHere(request: Asked): Promise<void> {
      const { params } = request
      const venue = await getVenue(house.db, params.venue)
      mustSee(may.keepStaff(actorOf(request), { venueId: venue.id }), 'staff')
      const { venueId } = await placeOfEmployment(house.db, params.employment)
      mustSee(venueId === venue.id, 'employment at this venue')
    }

    function after(reply: FastifyReply, url: string, said: Key) {
      leaveFlash(reply, said, isSecure(house.config))
      return seeOther(reply, url)
    }
  }

const sameEmployment = () => undefined

function nullOnConflict(error: unknown): null {
  if (error instanceof Refusal && error.code === 'conflict') return null
  throw error
}

/** What a manager may not do with another manager is not there to be done. */
function hideForbidden(error: unknown): never {
  if (error instanceof Refusal && error.code === 'forbidden') throw new Refusal('not-found', error.message)
  throw error
}
