import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { addDays, type Day, dayOf, instantOf } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import { listPublished } from '#courses/store.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import type { Typed } from '#web/form.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { type Key, wordsIn } from '#web/words.ts'
import { type AffectedView, named } from './affected-pages.ts'
import { namesOf, readAffected } from './affected-store.ts'
import { endRequirement } from './end-requirement.ts'
import { endingPage, toEndingPage } from './ending-pages.ts'
import { type Faults, readLast, readMeant, readSetting } from './forms.ts'
import { requirementsPage, toRequirementsPage } from './pages.ts'
import { previewPage, toPreviewPage } from './preview-pages.ts'
import { endedOn, isInForce, type Meant, type Requirement, setFrom } from './requirement.ts'
import { setRequirement } from './set-requirement.ts'
import { newRequirementPage, toNewRequirementPage } from './setting-pages.ts'
import { allRequirements, requirementsFor } from './store.ts'

export const requirementsRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get('/requirements', asks('setRequirement'), async (request, reply) => {
      const view = {
        requirements: await allRequirements(house.db),
        courses: await listPublished(house.db),
        today: today(),
      }
      return requirementsPage(reply, toRequirementsPage(view, wordsOf(request)))
    })

    app.get('/requirements/new', asks('setRequirement'), (request, reply) =>
      showNew(request, reply, { typed: request.query as Typed }),
    )

    app.get('/requirements/preview', asks('setRequirement'), async (request, reply) => {
      const read = await readWith(request.query)
      if (!read.ok) return showNew(request, reply, read, 422)
      const setting = read.value
      const { courseId, job, days, from } = setting
      const change = (all: readonly Requirement[]) => setFrom(all, { courseId, job, days, countsFromOn: from })
      const known = await requirementsFor(house.db, job, courseId)
      const view = {
        ...(await affectedView(setting, from, change)),
        setting,
        known,
        courses: await listPublished(house.db),
      }
      return previewPage(reply, toPreviewPage(view, wordsOf(request)))
    })

    app.post('/requirements', asks('setRequirement'), async (request, reply) => {
      const read = await readWith(request.body)
      if (!read.ok) return showNew(request, reply, read, 422)
      const { courseId, job, days, from } = read.value
      const of = { courseId, job, days, countsFromOn: from }
      await inWork(house, actorOf(request), (work) => setRequirement(work, of))
      return goOn(reply, 'requirements.isSet')
    })

    app.get('/requirements/ending', asks('setRequirement'), (request, reply) =>
      showEnding(request, reply, request.query),
    )

    app.post('/requirements/endings', asks('setRequirement'), async (request, reply) => {
      const meant = found(readMeant(request.body), 'requirement')
      const { day } = readLast(request.body, today())
      if (day === null) return showEnding(request, reply, request.body)
      await inWork(house, actorOf(request), (work) => endRequirement(work, { ...meant, lastOn: day }))
      return goOn(reply, 'requirements.isEnded')
    })

    async function showEnding(request: FastifyRequest, reply: FastifyReply, input: unknown) {
      const meant = found(readMeant(input), 'requirement')
      const known = await requirementsFor(house.db, meant.job, meant.courseId)
      const left = known.filter((one) => one.lastOn === null || one.lastOn >= today())
      const requirement = found(left.find((one) => isInForce(one, today())) ?? left[0], 'requirement')
      const { asked, typed, day } = readLast(input, today())
      const refused = asked && day === null
      const change = (lastOn: Day) => (all: readonly Requirement[]) => endedOn(all, { ...meant, lastOn })
      const affected = day === null ? null : await affectedView(meant, addDays(day, 1), change(day))
      const courses = await listPublished(house.db)
      const view = { requirement, courses, today: today(), typed, refused, affected }
      return endingPage(reply, toEndingPage(view, wordsOf(request)), refused ? 422 : 200)
    }

    /** Whom a change concerns from its first day on, with the names that are shown. */
    async function affectedView(
      { job, courseId }: Meant,
      day: Day,
      change: (all: readonly Requirement[]) => Requirement[],
    ): Promise<AffectedView> {
      const before = await allRequirements(house.db)
      const planned = { job, courseId, day, before, after: change(before) }
      const affected = await readAffected(house.db, planned, instantOf(house.clock()))
      return { affected, names: await namesOf(house.db, named(affected)), day, today: today() }
    }

    const readWith = async (input: unknown) => {
      const courses = (await listPublished(house.db)).map((one) => one.courseId)
      return readSetting(input, { courses, today: today() })
    }

    async function showNew(
      request: FastifyRequest,
      reply: FastifyReply,
      shown: { typed: Typed; faults?: Faults },
      status = 200,
    ) {
      const of = { courses: await listPublished(house.db), today: today() }
      return newRequirementPage(reply, toNewRequirementPage(of, wordsOf(request), shown), status)
    }

    function goOn(reply: FastifyReply, said: Key) {
      leaveFlash(reply, said, isSecure(house.config))
      return seeOther(reply, '/requirements')
    }

    const today = () => dayOf(house.clock())
  }

const wordsOf = (request: FastifyRequest) => wordsIn(languageOf(request))
