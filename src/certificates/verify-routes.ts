import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '#base/refusal.ts'
import type { House } from '#house.ts'
import { signOffsOf } from '#reviewing/sign-off-store.ts'
import { seeOther } from '#web/answer.ts'
import { openDoor } from '#web/doors.ts'
import { isLanguage, languageOf } from '#web/language.ts'
import { openMisses } from '#web/misses.ts'
import { wordsIn } from '#web/words.ts'
import { addressPartOf, readNumber } from './forms.ts'
import { parseNumber } from './number.ts'
import { findCertificate } from './store.ts'
import { toVerdictPage, toVerifyPage, verdictPage, verifyPage } from './verify-pages.ts'

interface NumberUrl {
  Params: { number: string }
}

/** Is this certificate genuine, and does it count now? Public; knows nobody, keeps nothing, sets no cookie. */
export const verifyRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    const misses = openMisses()

    app.addHook('onRequest', async (_request, reply) => {
      reply.headers({ 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' })
    })

    app.get('/verify', openDoor, async (request, reply) => {
      const typed = readNumber(request.query)
      if (typed === null) return verifyPage(reply, toVerifyPage(wordsIn(languageOf(request))))
      const { lang } = request.query as { lang?: unknown }
      const address = `/verify/${encodeURIComponent(parseNumber(typed) ?? addressPartOf(typed))}`
      return seeOther(reply, isLanguage(lang) ? `${address}?lang=${lang}` : address)
    })

    app.get<NumberUrl>('/verify/:number', openDoor, verdict)
    app.get<NumberUrl>('/v/:number', openDoor, verdict)

    async function verdict(request: FastifyRequest<NumberUrl>, reply: FastifyReply): Promise<FastifyReply> {
      const number = parseNumber(request.params.number)
      const certificate = number === null ? null : await findCertificate(house.db, number)
      const now = house.clock()
      if (!certificate && misses.isOneTooMany(request.ip, now.getTime()))
        throw new Refusal('too-many', 'too many unknown numbers from one address')
      const signOffs = certificate ? await signOffsOf(house.db, certificate.revisionId) : []
      return verdictPage(reply, toVerdictPage(certificate, now, wordsIn(languageOf(request)), signOffs))
    }
  }
