import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { findSettings } from '#people/partnership-store.ts'
import { wantsPassphrase } from '#signin/forms.ts'
import { suggestPassphrase } from '#signin/passphrase.ts'
import { hashPassword } from '#signin/password.ts'
import { welcomeBack } from '#signin/welcome-back.ts'
import { seeOther } from '#web/answer.ts'
import { openDoor } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { wordsIn } from '#web/words.ts'
import { readNewPassword } from './forms.ts'
import { openLink } from './open-link.ts'
import { noLinkPage, resetPage, toNoLinkPage, toResetPage } from './reset-pages.ts'
import { useResetLink } from './use-reset-link.ts'

interface TokenUrl {
  Params: { token: string }
}

/** The link that opens an account once. Looking at it uses nothing up: mail programs look at links before people do. */
export const resetRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get<TokenUrl>('/reset/:token', openDoor, async (request, reply) => {
      const { token } = request.params
      const account = await openLink(house.db, token, house.clock())
      if (typeof account === 'string') return noLink(request, reply, account)
      return resetPage(reply, toResetPage(wordsIn(languageOf(request)), { name: account.name, token }))
    })

    app.post<TokenUrl>('/reset/:token', openDoor, async (request, reply) => {
      const { token } = request.params
      const account = await openLink(house.db, token, house.clock())
      if (typeof account === 'string') return noLink(request, reply, account)
      const { personId, name, login } = account
      const w = wordsIn(languageOf(request))
      const town = (await findSettings(house.db))?.name ?? ''
      const read = readNewPassword(request.body, { name, login, words: [town] })
      if (wantsPassphrase(request.body)) {
        const typed = { password: suggestPassphrase(house.chance) }
        return resetPage(reply, toResetPage(w, { name, token }, { typed }))
      }
      if (!read.ok) return resetPage(reply, toResetPage(w, { name, token }, read), 422)

      const passwordHash = await hashPassword(read.value.password)
      try {
        await inWork(house, { personId, roles: [], manages: [] }, (work) => useResetLink(work, { token, passwordHash }))
      } catch (error) {
        if (error instanceof Refusal && error.code === 'gone') return noLink(request, reply, 'spent')
        throw error
      }
      const home = await welcomeBack(house, reply, {
        personId,
        passwordHash,
        userAgent: request.headers['user-agent'],
      })
      leaveFlash(reply, 'recovery.done', isSecure(house.config))
      return seeOther(reply, home)
    })

    const noLink = (request: FastifyRequest, reply: FastifyReply, why: 'unknown' | 'spent') =>
      noLinkPage(reply, toNoLinkPage(wordsIn(languageOf(request)), why), why === 'unknown' ? 404 : 410)
  }
