import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '#base/dates.ts'
import { Refusal } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import type { Shown } from '#joining/pages.ts'
import { actorOn } from '#people/role-store.ts'
import { findAccount } from '#people/store.ts'
import { type Actor, clockwork } from '#policy.ts'
import { deviceMark } from '#signin/device.ts'
import { keepDeviceMark, markIn } from '#signin/device-cookie.ts'
import { wantsPassphrase } from '#signin/forms.ts'
import { homeOf } from '#signin/home.ts'
import { refusalOf } from '#signin/pages.ts'
import { suggestPassphrase } from '#signin/passphrase.ts'
import { hashPassword } from '#signin/password.ts'
import { startSignIn } from '#signin/sign-in.ts'
import { trySignIn } from '#signin/try-sign-in.ts'
import { seeOther } from '#web/answer.ts'
import { openDoor } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { type Key, wordsIn } from '#web/words.ts'
import { acceptAsNewcomer } from './accept-as-newcomer.ts'
import { acceptEmployment } from './accept-employment.ts'
import { acceptRole } from './accept-role.ts'
import { type NewAccount, readNewAccount } from './forms.ts'
import { openGate } from './gate.ts'
import { openAccount } from './open-account.ts'
import { closedPage, memberPage, newcomerPage, type Told, toClosedPage, toMemberPage, toNewcomerPage } from './pages.ts'

interface TokenUrl {
  Params: { token: string }
}

type Asked = FastifyRequest<TokenUrl>

/** The page behind a link that gives a role or opens an account. What it gives is in the link alone; a form can only say who takes it. */
export const invitationsRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const gate = openGate(house)

    app.get<TokenUrl>('/invitation/:token', openDoor, (request, reply) =>
      visit(request, reply, (told) =>
        request.person ? showMember(request, reply, told) : showNewcomer(request, reply, told),
      ),
    )
    app.post<TokenUrl>('/invitation/:token', openDoor, (request, reply) =>
      visit(request, reply, (told) =>
        request.actor ? accept(request, reply, told, request.actor) : acceptNew(request, reply, told),
      ),
    )

    /** Finds what a token invites to, or says in words why it no longer does; also when somebody else was faster. */
    async function visit(request: Asked, reply: FastifyReply, answer: (told: Told) => Promise<FastifyReply>) {
      const { token } = request.params
      const told = await gate.tell(token)
      if (typeof told === 'string') return showClosed(request, reply, told)
      return answer(told).catch(async (error: unknown) => {
        if (!(error instanceof Refusal) || error.code !== 'gone') throw error
        const now = await gate.tell(token)
        return showClosed(request, reply, typeof now === 'string' ? now : 'ended')
      })
    }

    const showClosed = (request: Asked, reply: FastifyReply, why: Parameters<typeof toClosedPage>[1]) =>
      closedPage(reply, toClosedPage(wordsIn(languageOf(request)), why), why === 'unknown' ? 404 : 410)

    const showMember = (request: Asked, reply: FastifyReply, told: Told) =>
      memberPage(reply, toMemberPage(wordsIn(languageOf(request)), told, request.person?.name ?? ''))

    const showNewcomer = (
      request: Asked,
      reply: FastifyReply,
      told: Told,
      shown?: Shown,
      refusal?: string,
      status = 200,
    ) => newcomerPage(reply, toNewcomerPage(wordsIn(languageOf(request)), told, shown, refusal ?? null), status)

    /** Somebody who is signed in, or has just shown the password. */
    async function accept(request: Asked, reply: FastifyReply, { invitation }: Told, actor: Actor) {
      const said: Key = await inWork(house, actor, async (work) => {
        if (invitation.kind === 'role')
          return (await acceptRole(work, invitation)) ? 'invitations.roleAccepted' : 'invitations.roleHeld'
        await acceptEmployment(work, invitation)
        return 'invitations.employmentAccepted'
      })
      return goIn(request, reply, actor.personId, said)
    }

    async function acceptNew(request: Asked, reply: FastifyReply, told: Told) {
      const read = readNewAccount(request.body, [told.venue ?? '', told.town])
      if (wantsPassphrase(request.body)) {
        const typed = { ...read.typed, password: suggestPassphrase(house.chance) }
        return showNewcomer(request, reply, told, { typed })
      }
      if (!read.ok) return showNewcomer(request, reply, told, read, undefined, 422)
      if (await findAccount(house.db, read.value.login)) return acceptWithPassword(request, reply, told, read.value)

      const passwordHash = await hashPassword(read.value.password)
      const { name, login } = read.value
      const person = { name, login, passwordHash, language: languageOf(request) }
      const { invitation } = told
      const personId = await inWork(house, clockwork, (work) =>
        invitation.kind === 'role' ? acceptAsNewcomer(work, invitation, person) : openAccount(work, invitation, person),
      ).catch(nullOnConflict)
      // Somebody has the login without a password, or got it this very moment: the same answer as for a wrong password.
      if (personId === null) return acceptWithPassword(request, reply, told, read.value)
      keepDeviceMark(reply, deviceMark({ personId, passwordHash }), house)
      const said = invitation.kind === 'role' ? 'invitations.roleAccepted' : 'invitations.accountOpened'
      return goIn(request, reply, personId, said)
    }

    /** A login that is known is told only on the way that counts tries; with the right password it is simply who accepts. */
    async function acceptWithPassword(request: Asked, reply: FastifyReply, told: Told, typed: NewAccount) {
      const w = wordsIn(languageOf(request))
      const { login, password } = typed
      const outcome = await trySignIn(house, { login, password, address: request.ip, mark: markIn(request, house) })
      if (outcome.kind === 'in') {
        keepDeviceMark(reply, outcome.mark, house)
        return accept(request, reply, told, await actorOn(house.db, outcome.personId, dayOf(house.clock())))
      }
      if (outcome.kind === 'wait') reply.header('retry-after', String(outcome.seconds))
      const refusal = outcome.kind === 'wait' ? refusalOf(w, outcome) : w.t('invitations.accountKnown')
      return showNewcomer(request, reply, told, { typed: { ...typed } }, refusal, outcome.kind === 'wait' ? 429 : 422)
    }

    /** With a new token, because what one may has changed. */
    async function goIn(request: Asked, reply: FastifyReply, personId: string, said: Key) {
      await startSignIn(house, reply, personId, request.headers['user-agent'])
      leaveFlash(reply, said, isSecure(house.config))
      return seeOther(reply, await homeOf(house.db, await actorOn(house.db, personId, dayOf(house.clock()))))
    }
  }

function nullOnConflict(error: unknown): null {
  if (error instanceof Refusal && error.code === 'conflict') return null
  throw error
}
