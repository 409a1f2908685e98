import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { dayOf } from '#base/dates.ts'
import { Refusal } from '#base/refusal.ts'
import type { House } from '#house.ts'
import { getName } from '#people/store.ts'
import { signOffsOf } from '#reviewing/sign-off-store.ts'
import { logoOf } from '#town/store.ts'
import { actorOf, asks } from '#web/doors.ts'
import { languageOf } from '#web/language.ts'
import { wordsIn } from '#web/words.ts'
import type { Certificate } from './certificate.ts'
import { endingRoutes } from './ending-routes.ts'
import { getOwnCertificate } from './own-certificate.ts'
import { certificatePage, isPrintable, toCertificatePage, verifyUrlOf } from './pages.ts'
import { toSheet } from './sheet.ts'
import { verifyRoutes } from './verify-routes.ts'

interface NumberUrl {
  Params: { number: string }
}

/** Chrome shows a PDF inside a page of its own making, which our usual policy would leave blank; a PDF runs nothing of ours. */
const pdfPolicy = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export const certificatesRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    await app.register(verifyRoutes(house))
    showOwn(app, house)
    printOwn(app, house)
    await app.register(endingRoutes(house))
  }

function showOwn(app: FastifyInstance, house: House): void {
  app.get<NumberUrl>('/certificates/:number', asks('useOwn'), async (request, reply) => {
    const certificate = await ownCertificate(house, request)
    const { baseUrl } = house.config
    const nameNow = await getName(house.db, certificate.personId)
    const signOffs = await signOffsOf(house.db, certificate.revisionId)
    const logo = await logoIn(house, certificate)
    const view = { certificate, nameNow, today: dayOf(house.clock()), baseUrl, logo, signOffs }
    return certificatePage(reply, toCertificatePage(view, wordsIn(languageOf(request))))
  })
}

function printOwn(app: FastifyInstance, house: House): void {
  app.get<NumberUrl>('/certificates/:number.pdf', asks('useOwn'), async (request, reply) => {
    const certificate = await ownCertificate(house, request)
    const { holderName, number } = certificate
    if (holderName === null || !isPrintable(certificate, dayOf(house.clock())))
      throw new Refusal('gone', 'the certificate was revoked, withdrawn or replaced')

    const url = verifyUrlOf(house.config.baseUrl, number)
    const signOffs = await signOffsOf(house.db, certificate.revisionId, certificate.issuedAt)
    const logo = await logoIn(house, certificate)
    const sheet = toSheet(certificate, holderName, wordsIn(languageOf(request)), url, logo, signOffs)
    const { pdf, missing } = await house.typesetter.typeset(sheet)
    if (missing.length > 0) request.log.warn({ missing }, 'a certificate without PDF/UA: signs that no font has')
    return sendPdf(reply, pdf, certificate)
  })
}

const logoIn = async ({ db }: House, { snapshot }: Certificate) => (snapshot.logo ? logoOf(db, snapshot.logo) : null)

function sendPdf(reply: FastifyReply, pdf: Uint8Array, { courseId, issuedOn }: Certificate): FastifyReply {
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="kursusbevis-${courseId}-${issuedOn}.pdf"`)
    .header('content-security-policy', pdfPolicy)
    .send(Buffer.from(pdf))
}

const ownCertificate = (house: House, request: FastifyRequest<NumberUrl>): Promise<Certificate> =>
  getOwnCertificate(house.db, actorOf(request), request.params.number)
