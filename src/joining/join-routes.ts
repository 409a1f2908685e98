import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '#base/dates.ts'
import { Refusal } from '#base/refusal.ts'
import { findPublished } from '#courses/store.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { closedOn } from '#people/closing-store.ts'
import { employmentsOf } from '#people/employment-store.ts'
import type { Job } from '#people/job.ts'
import { joinVenue } from '#people/join-venue.ts'
import { findAccount, findPartnership } from '#people/store.ts'
import type { Venue } from '#people/venue.ts'
import { findVenueByCode, wasJoinCode } from '#people/venue-store.ts'
import { clockwork } from '#policy.ts'
import { deviceMark } from '#signin/device.ts'
import { keepDeviceMark, markIn } from '#signin/device-cookie.ts'
import { wantsPassphrase } from '#signin/forms.ts'
import { loginOf } from '#signin/login.ts'
import { refusalOf } from '#signin/pages.ts'
import { suggestPassphrase } from '#signin/passphrase.ts'
import { hashPassword } from '#signin/password.ts'
import { startSignIn } from '#signin/sign-in.ts'
import { trySignIn } from '#signin/try-sign-in.ts'
import { seeOther } from '#web/answer.ts'
import { openDoor, personOf } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { typedText } from '#web/form.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { type Key, wordsIn } from '#web/words.ts'
import { basicCourse } from './basic-course.ts'
import { type Joining, readJob, readJoin, readSecond } from './forms.ts'
import { openGuessLimit } from './guess-limit.ts'
import { joinAsNewcomer } from './join-as-newcomer.ts'
import { joinCodeOf } from './join-code.ts'
import {
  accountPage,
  closedPage,
  joinPage,
  memberPage,
  type Shown,
  toAccountPage,
  toClosedPage,
  toJoinPage,
  toMemberPage,
} from './pages.ts'

/** One request at the door of a venue. */
interface Visit {
  request: FastifyRequest
  reply: FastifyReply
  venue: Venue
  code: string
}

export const joinRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const guesses = openGuessLimit(house.clock)

    app.get('/join/:code', openDoor, (request, reply) =>
      visit(request, reply, (at) => (request.actor ? showMember(at) : showJoin(at))),
    )
    app.post('/join/:code', openDoor, (request, reply) =>
      visit(request, reply, (at) => (request.actor ? joinAsMember(at) : join(at))),
    )
    app.get('/join/:code/account', openDoor, (request, reply) =>
      visit(request, reply, (at) => (request.actor ? showMember(at) : showAccount(at))),
    )
    app.post('/join/:code/account', openDoor, (request, reply) => visit(request, reply, (at) => joinWithAccount(at)))

    /** Finds the venue behind a code, or says in words why there is none. */
    async function visit(request: FastifyRequest, reply: FastifyReply, answer: (at: Visit) => Promise<FastifyReply>) {
      const code = joinCodeOf((request.params as { code: string }).code)
      const venue = await findVenueByCode(house.db, code)
      const w = wordsIn(languageOf(request))
      if (venue && (await closedOn(house.db, venue.id, dayOf(house.clock()))))
        return closedPage(reply, toClosedPage(w, 'venueClosed'), 410)
      if (venue) return answer({ request, reply, venue, code })
      if (!guesses.mayAsk(request.ip)) throw new Refusal('too-many', 'join codes that never were')
      if (await wasJoinCode(house.db, code)) return closedPage(reply, toClosedPage(w, 'codeReplaced'), 410)
      guesses.noteWrong(request.ip)
      return closedPage(reply, toClosedPage(w, 'codeUnknown'), 404)
    }

    async function showJoin({ request, reply, venue, code }: Visit, shown?: Shown, status = 200) {
      const course = await findPublished(house.db, basicCourse.courseId)
      const minutes = course ? course.document.modules.reduce((sum, module) => sum + module.minutes, 0) : null
      return joinPage(reply, toJoinPage(wordsIn(languageOf(request)), { venue, code, minutes }, shown), status)
    }

    async function join(at: Visit) {
      const { request, venue } = at
      const town = (await findPartnership(house.db))?.name ?? ''
      const read = readJoin(request.body, [venue.name, town])
      if (wantsPassphrase(request.body))
        return showJoin(at, { typed: { ...read.typed, password: suggestPassphrase(house.chance) } })
      const login = loginOf(typedText(read.typed, 'login'))
      // Whether a login exists is told only on the way that counts tries, so only for a form that could sign in.
      const couldSignIn = login !== null && readSecond(request.body).ok
      if (couldSignIn && (await findAccount(house.db, login))) return joinWithAccount(at, 'joining.accountKnown')
      if (!read.ok) return showJoin(at, read, 422)
      return joinAsNew(at, read.value)
    }

    async function joinAsNew(at: Visit, { name, login, job, password }: Joining) {
      const { request, reply, venue } = at
      const passwordHash = await hashPassword(password)
      const person = { name, login, passwordHash, language: languageOf(request) }
      const personId = await inWork(house, clockwork, (work) =>
        joinAsNewcomer(work, { ...person, venueId: venue.id, job }),
      ).catch(nullOnConflict)
      // Sent twice at once: the other one was first, and this is the same person.
      if (personId === null) return joinWithAccount(at, 'joining.accountKnown')
      await startSignIn(house, reply, personId, request.headers['user-agent'])
      keepDeviceMark(reply, deviceMark({ personId, passwordHash }), house)
      return toLearning(reply, 'joining.welcome')
    }

    const showAccount = ({ request, reply, venue, code }: Visit, shown?: Shown, refusal?: string, status = 200) =>
      accountPage(
        reply,
        toAccountPage(wordsIn(languageOf(request)), { venue, code, refusal: refusal ?? null }, shown),
        status,
      )

    /** A second employment for somebody who has an account, never a second account. `known` is said instead of "wrong". */
    async function joinWithAccount(at: Visit, known?: Key) {
      const { request, reply, venue } = at
      const w = wordsIn(languageOf(request))
      const read = readSecond(request.body)
      if (!read.ok) return showAccount(at, read, known && w.t(known, { venue: venue.name }), 422)

      const outcome = await trySignIn(house, { ...read.value, address: request.ip, mark: markIn(request, house) })
      if (outcome.kind === 'wait') {
        reply.header('retry-after', String(outcome.seconds))
        return showAccount(at, read, refusalOf(w, outcome), 429)
      }
      if (outcome.kind === 'wrong')
        return showAccount(at, read, known ? w.t(known, { venue: venue.name }) : refusalOf(w, outcome), 422)

      const said = await addEmployment(outcome.personId, venue, read.value.job)
      await startSignIn(house, reply, outcome.personId, request.headers['user-agent'])
      keepDeviceMark(reply, outcome.mark, house)
      return toLearning(reply, said)
    }

    async function showMember({ request, reply, venue, code }: Visit, shown?: Shown, status = 200) {
      const person = personOf(request)
      const employments = await employmentsOf(house.db, person.id, dayOf(house.clock()))
      const already = employments.some((employment) => employment.venueId === venue.id)
      const w = wordsIn(languageOf(request))
      return memberPage(reply, toMemberPage(w, { venue, code, name: person.name, already }, shown), status)
    }

    async function joinAsMember(at: Visit) {
      const job = readJob(at.request.body)
      if (job === null) return showMember(at, { typed: {}, faults: { job: 'joining.jobFault' } }, 422)
      return toLearning(at.reply, await addEmployment(personOf(at.request).id, at.venue, job))
    }

    /** Adds the employment unless there is one, and says which it was. */
    const addEmployment = (personId: string, { id: venueId }: Venue, job: Job): Promise<Key> =>
      inWork(house, { personId, roles: [], manages: [] }, async (work) => {
        const before = await employmentsOf(work.db, personId, work.today)
        await joinVenue(work, { personId, venueId, job })
        return before.some((one) => one.venueId === venueId) ? 'joining.alreadyThere' : 'joining.added'
      })

    function toLearning(reply: FastifyReply, said: Key) {
      leaveFlash(reply, said, isSecure(house.config))
      return seeOther(reply, '/learning')
    }
  }

function nullOnConflict(error: unknown): null {
  if (error instanceof Refusal && error.code === 'conflict') return null
  throw error
}
