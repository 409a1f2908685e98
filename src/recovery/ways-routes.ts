import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { findSettings } from '#people/partnership-store.ts'
import { clockwork } from '#policy.ts'
import { markIn } from '#signin/device-cookie.ts'
import { wantsPassphrase } from '#signin/forms.ts'
import { refusalOf } from '#signin/pages.ts'
import { suggestPassphrase } from '#signin/passphrase.ts'
import { welcomeBack } from '#signin/welcome-back.ts'
import { seeOther } from '#web/answer.ts'
import { openDoor } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { wordsIn } from '#web/words.ts'
import { comeBack } from './come-back.ts'
import { readAddress, readCode } from './forms.ts'
import { countLetter } from './letter-limit.ts'
import { recoveryPage, type Shown, toRecoveryPage } from './pages.ts'
import { writeResetLetter } from './write-reset-letter.ts'

/** What of the letter's form is shown again. */
interface ShownLetter {
  typed?: string
  fault?: string
}

/** The ways back in for somebody who stands outside: a code, or a letter. */
export const waysRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    app.get('/recovery', openDoor, (request, reply) => show(request, reply))

    app.post('/recovery', openDoor, async (request, reply) => {
      const town = (await findSettings(house.db))?.name ?? ''
      const read = readCode(request.body, [town])
      const { typed } = read
      if (wantsPassphrase(request.body))
        return show(request, reply, { typed: { ...typed, password: suggestPassphrase(house.chance) } })
      if (!read.ok) return show(request, reply, read, 422)

      const at = { address: request.ip, mark: markIn(request, house) }
      const outcome = await comeBack(house, { ...read.value, ...at, town })
      if (outcome.kind === 'fault') return show(request, reply, { typed, faults: outcome.faults }, 422)
      if (outcome.kind === 'in') return letIn(request, reply, outcome)
      const w = wordsIn(languageOf(request))
      if (outcome.kind === 'wrong') return show(request, reply, { typed, refusal: w.t('recovery.wrong') }, 422)
      reply.header('retry-after', String(outcome.seconds))
      return show(request, reply, { typed, refusal: refusalOf(w, outcome) }, 429)
    })

    async function letIn(request: FastifyRequest, reply: FastifyReply, of: { personId: string; passwordHash: string }) {
      const home = await welcomeBack(house, reply, { ...of, userAgent: request.headers['user-agent'] })
      leaveFlash(reply, 'recovery.done', isSecure(house.config))
      return seeOther(reply, home)
    }

    app.post('/recovery/letter', openDoor, async (request, reply) => {
      if (house.mailer === null) throw new Refusal('not-found', 'letters')
      const w = wordsIn(languageOf(request))
      const { typed, login } = readAddress(request.body)
      if (login === null) return show(request, reply, nothing, 422, { typed, fault: w.t('recovery.addressFault') })
      const counted = await inWork(house, clockwork, (work) => countLetter(work, { login, address: request.ip }))
      if (!counted) {
        reply.header('retry-after', '3600')
        return show(request, reply, nothing, 429, { typed, fault: w.t('recovery.letterWait') })
      }
      afterwards(request, reply, () =>
        inWork(house, clockwork, (work) => writeResetLetter(work, { login, baseUrl: house.config.baseUrl })),
      )
      leaveFlash(reply, 'recovery.letterSent', isSecure(house.config))
      return seeOther(reply, '/recovery')
    })

    /** Does what depends on whether anybody has the address once the answer has gone out: no answer can tell, not even by its time. */
    function afterwards(request: FastifyRequest, reply: FastifyReply, task: () => Promise<void>): void {
      reply.raw.once('close', () => {
        const doing = task().catch((error: unknown) => request.log.error({ err: error }, 'reset letter failed'))
        unfinished.add(doing)
        void doing.then(() => unfinished.delete(doing))
      })
    }
    const unfinished = new Set<Promise<void>>()
    app.addHook('onClose', async () => void (await Promise.all(unfinished)))

    async function show(
      request: FastifyRequest,
      reply: FastifyReply,
      shown: Shown = nothing,
      status = 200,
      letter: ShownLetter = {},
    ) {
      const contact = (await findSettings(house.db))?.contact ?? null
      const of = { contact, letter: house.mailer === null ? null : letter }
      return recoveryPage(reply, toRecoveryPage(wordsIn(languageOf(request)), of, shown), status)
    }
  }

const nothing: Shown = { typed: {} }
