import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { instantOf } from '#base/dates.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { clockwork } from '#policy.ts'
import { wantsPassphrase } from '#signin/forms.ts'
import { suggestPassphrase } from '#signin/passphrase.ts'
import { hashPassword } from '#signin/password.ts'
import { findSetupLink } from '#signin/setup-link-store.ts'
import { startSignIn } from '#signin/sign-in.ts'
import { sha256 } from '#signin/token.ts'
import { seeOther } from '#web/answer.ts'
import { openDoor } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { wordsIn } from '#web/words.ts'
import { closedPage, toClosedPage } from './pages.ts'
import { setUp } from './set-up.ts'
import { readSetup } from './setup-forms.ts'
import { setupPage, toSetupPage } from './setup-pages.ts'

interface TokenUrl {
  Params: { token: string }
}

/** The link that a first start prints: whoever has it makes the partnership, once. */
export const setupRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get<TokenUrl>('/setup/:token', openDoor, async (request, reply) => {
      const closed = await closedWhy(request.params.token)
      if (closed) return showClosed(request, reply, closed)
      return setupPage(reply, toSetupPage(wordsIn(languageOf(request)), request.params.token))
    })

    app.post<TokenUrl>('/setup/:token', openDoor, async (request, reply) => {
      const { token } = request.params
      const closed = await closedWhy(token)
      if (closed) return showClosed(request, reply, closed)
      const w = wordsIn(languageOf(request))
      const read = readSetup(request.body)
      if (wantsPassphrase(request.body)) {
        const typed = { ...read.typed, password: suggestPassphrase(house.chance) }
        return setupPage(reply, toSetupPage(w, token, { typed }))
      }
      if (!read.ok) return setupPage(reply, toSetupPage(w, token, read), 422)

      const { partnership, venue, kind, name, login, password } = read.value
      const person = { name, login, passwordHash: await hashPassword(password), language: languageOf(request) }
      const { personId, slug } = await inWork(house, clockwork, (work) =>
        setUp(work, { token, partnership, venue: { name: venue, kind }, person }),
      )
      await startSignIn(house, reply, personId, request.headers['user-agent'])
      leaveFlash(reply, 'joining.setupDone', isSecure(house.config))
      return seeOther(reply, `/venues/${slug}/poster`)
    })

    async function closedWhy(token: string): Promise<'linkUnknown' | 'linkSpent' | null> {
      const link = await findSetupLink(house.db, sha256(token))
      if (!link) return 'linkUnknown'
      return link.usedAt === null && instantOf(house.clock()) < link.expiresAt ? null : 'linkSpent'
    }

    const showClosed = (request: FastifyRequest, reply: FastifyReply, why: 'linkUnknown' | 'linkSpent') =>
      closedPage(reply, toClosedPage(wordsIn(languageOf(request)), why), why === 'linkUnknown' ? 404 : 410)
  }
