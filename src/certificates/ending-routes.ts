import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { noteLook } from '#audit/note-look.ts'
import { dayOf } from '#base/dates.ts'
import { found, Refusal } from '#base/refusal.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { passwordAgainFault } from '#signin/fields.ts'
import { readPasswordAgain } from '#signin/forms.ts'
import { passwordIsRight } from '#signin/password-is-right.ts'
import { seeOther } from '#web/answer.ts'
import { actorOf, asks } from '#web/doors.ts'
import { leaveFlash } from '#web/flash.ts'
import { languageOf } from '#web/language.ts'
import { isSecure } from '#web/plumbing.ts'
import { wordsIn } from '#web/words.ts'
import {
  type RevocationView,
  revocationPage,
  toRevocationPage,
  toWithdrawalPage,
  withdrawalPage,
} from './ending-pages.ts'
import { isRevocable, isWithdrawable } from './endings.ts'
import { readReason } from './forms.ts'
import { parseNumber } from './number.ts'
import { getOwnCertificate } from './own-certificate.ts'
import { replaceCertificate } from './replace-certificate.ts'
import { revokeCertificate } from './revoke-certificate.ts'
import { getCertificate } from './store.ts'
import { withdrawCertificate } from './withdraw-certificate.ts'

interface NumberUrl {
  Params: { number: string }
}
type NumberRequest = FastifyRequest<NumberUrl>

/** How a certificate ends before its last day: replaced or withdrawn by its holder, revoked by the association. */
export const endingRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    replaceOwn(app, house)
    withdrawOwn(app, house)
    revoke(app, house)
  }

function replaceOwn(app: FastifyInstance, house: House): void {
  app.post<NumberUrl>('/certificates/:number/replacement', asks('useOwn'), async (request, reply) => {
    const actor = actorOf(request)
    const { number } = await getOwnCertificate(house.db, actor, request.params.number)
    const newNumber = await inWork(house, actor, (work) => replaceCertificate(work, number))
    leaveFlash(reply, 'certificates.replaced', isSecure(house.config))
    return seeOther(reply, `/certificates/${newNumber}`)
  })
}

function withdrawOwn(app: FastifyInstance, house: House): void {
  app.get<NumberUrl>('/certificates/:number/withdrawal', asks('useOwn'), async (request, reply) => {
    const certificate = await getOwnCertificate(house.db, actorOf(request), request.params.number)
    if (!isWithdrawable(certificate)) throw new Refusal('conflict', 'the certificate is withdrawn or replaced already')
    return withdrawalPage(reply, toWithdrawalPage(certificate, wordsIn(languageOf(request))))
  })

  app.post<NumberUrl>('/certificates/:number/withdrawal', asks('useOwn'), async (request, reply) => {
    const actor = actorOf(request)
    const { number } = await getOwnCertificate(house.db, actor, request.params.number)
    await inWork(house, actor, (work) => withdrawCertificate(work, number))
    leaveFlash(reply, 'certificates.withdrawn', isSecure(house.config))
    return seeOther(reply, `/certificates/${number}`)
  })
}

function revoke(app: FastifyInstance, house: House): void {
  const certificateOf = (request: NumberRequest) =>
    getCertificate(house.db, found(parseNumber(request.params.number), 'certificate'))

  type Shown = Omit<RevocationView, 'today' | 'demo'>
  const show = (request: NumberRequest, reply: FastifyReply, shown: Shown, status = 200) => {
    const view = { ...shown, today: dayOf(house.clock()), demo: house.config.demo }
    return revocationPage(reply, toRevocationPage(view, wordsIn(languageOf(request))), status)
  }

  app.get<NumberUrl>('/certificates/:number/revocation', asks('revokeCertificate'), async (request, reply) => {
    const certificate = await certificateOf(request)
    await noteLook(house, { actor: actorOf(request), kind: 'person', personId: certificate.personId })
    return show(request, reply, { certificate })
  })

  app.post<NumberUrl>('/certificates/:number/revocation', asks('revokeCertificate'), async (request, reply) => {
    const actor = actorOf(request)
    const w = wordsIn(languageOf(request))
    const certificate = await certificateOf(request)
    const chosen = readReason(request.body)
    if (chosen === null)
      return show(request, reply, { certificate, faults: { reason: w.t('certificates.reasonMissing') } }, 422)
    if (!isRevocable(certificate, chosen)) return show(request, reply, { certificate }, 409)

    const password = readPasswordAgain(request.body)
    const tried = await passwordIsRight(house, { personId: actor.personId, password, address: request.ip })
    if (tried !== 'right') {
      if (tried !== 'wrong') reply.header('retry-after', String(tried.seconds))
      const faults = { password: passwordAgainFault(w, tried) }
      return show(request, reply, { certificate, chosen, faults }, tried === 'wrong' ? 422 : 429)
    }
    await inWork(house, actor, (work) => revokeCertificate(work, { number: certificate.number, reason: chosen }))
    leaveFlash(reply, 'certificates.revoked', isSecure(house.config))
    return seeOther(reply, `/certificates/${certificate.number}/revocation`)
  })
}
