import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { found, Refusal } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { findAccountOf } from '#people/account-store.ts'
import { findPartnership } from '#people/store.ts'
import { choosePassword } from '#recovery/choose-password.ts'
import { codesLeft } from '#recovery/code-store.ts'
import { passwordAgainFault } from '#signin/fields.ts'
import { readPasswordAgain, wantsPassphrase } from '#signin/forms.ts'
import { suggestPassphrase } from '#signin/passphrase.ts'
import { hashPassword } from '#signin/password.ts'
import { passwordIsRight } from '#signin/password-is-right.ts'
import { welcomeBack } from '#signin/welcome-back.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { type Key, wordsIn } from '#web/words.ts'
import { changeLogin } from './change-login.ts'
import { readNewLogin, readPasswords } from './credentials-forms.ts'
import { loginPage, passwordPage, type Shown, toLoginPage, toPasswordPage } from './credentials-pages.ts'
import { countLoginChange } from './login-limit.ts'

/** One's own login and password. */
export const credentialsRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get('/account/login', asks('useOwn'), (request, reply) => showLogin(request, reply))

    app.post('/account/login', asks('useOwn'), async (request, reply) => {
      const read = readNewLogin(request.body)
      const { typed } = read
      if (!read.ok) return showLogin(request, reply, read, 422)
      const again = await askAgain(request, reply, readPasswordAgain(request.body))
      if (again) return showLogin(request, reply, { typed, again: again.fault }, again.status)

      const outcome = await tryLogin(request, read.value.login)
      if (outcome === 'tooMany')
        return showLogin(request, reply, { typed, faults: { login: 'account.loginTooMany' } }, 429)
      if (outcome === 'taken') return showLogin(request, reply, { typed, faults: { login: 'account.loginTaken' } }, 422)
      return toAccount(reply, 'account.loginChanged')
    })

    /** The try is counted whether or not the login can be had, so it is a piece of work of its own. */
    async function tryLogin(request: FastifyRequest, login: string): Promise<'changed' | 'taken' | 'tooMany'> {
      const actor = actorOf(request)
      if (!(await inWork(house, actor, countLoginChange))) return 'tooMany'
      try {
        await inWork(house, actor, (work) => changeLogin(work, { personId: actor.personId, login }))
        return 'changed'
      } catch (error) {
        if (error instanceof Refusal && error.code === 'conflict') return 'taken'
        throw error
      }
    }

    app.get('/account/password', asks('useOwn'), (request, reply) => showPassword(request, reply))

    app.post('/account/password', asks('useOwn'), async (request, reply) => {
      const actor = actorOf(request)
      const { personId } = actor
      const { name, login } = await ownAccount(request)
      const town = (await findPartnership(house.db))?.name ?? ''
      const read = readPasswords(request.body, { name, login, words: [town] })
      const { typed } = read
      if (wantsPassphrase(request.body))
        return showPassword(request, reply, { typed: { password: suggestPassphrase(house.chance) } })
      if (!read.ok) return showPassword(request, reply, read, 422)
      const again = await askAgain(request, reply, read.value.current)
      if (again) return showPassword(request, reply, { typed, again: again.fault }, again.status)

      const passwordHash = await hashPassword(read.value.password)
      const codes = await codesLeft(house.db, personId)
      await inWork(house, actor, (work) => choosePassword(work, { personId, passwordHash, way: { by: 'password' } }))
      await welcomeBack(house, reply, { personId, passwordHash, userAgent: request.headers['user-agent'] })
      return toAccount(reply, codes?.left ? 'account.passwordChangedCodes' : 'account.passwordChanged')
    })

    /** Asks for the password again; null when it is right, else what to say. */
    async function askAgain(request: FastifyRequest, reply: FastifyReply, password: string) {
      const { personId } = actorOf(request)
      const tried = await passwordIsRight(house, { personId, password, address: request.ip })
      if (tried === 'right') return null
      if (tried !== 'wrong') reply.header('retry-after', String(tried.seconds))
      const fault = passwordAgainFault(wordsIn(languageOf(request)), tried)
      return { fault, status: tried === 'wrong' ? 422 : 429 }
    }

    const ownAccount = async (request: FastifyRequest) =>
      found(await findAccountOf(house.db, actorOf(request).personId), 'account')

    async function showLogin(request: FastifyRequest, reply: FastifyReply, shown?: Shown, status = 200) {
      const { login } = await ownAccount(request)
      const of = { login, demo: house.config.demo }
      return loginPage(reply, toLoginPage(wordsIn(languageOf(request)), of, shown), status)
    }

    async function showPassword(request: FastifyRequest, reply: FastifyReply, shown?: Shown, status = 200) {
      const { login } = await ownAccount(request)
      const of = { login, demo: house.config.demo }
      return passwordPage(reply, toPasswordPage(wordsIn(languageOf(request)), of, shown), status)
    }

    function toAccount(reply: FastifyReply, said: Key) {
      leaveFlash(reply, said, isSecure(house.config))
      return seeOther(reply, '/account')
    }
  }
