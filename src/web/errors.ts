import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, type RefusalCode } from '#base/refusal.ts'
import { type Language, languageOf } from './language.ts'
import { page } from './views.ts'
import { type Key, wordsIn } from './words.ts'

export interface ErrorPage {
  title: string
  text: string
  home: string
  /** For who is not signed in: the page may be there afterwards. */
  signIn: string | null
  /** The languages one can read this in instead; `?lang=` needs neither cookie nor database. */
  languages: readonly { code: Language; name: string }[]
  verify: string
  style: string
  icon: string
  demo: boolean
}

/** Reads no database and no site: it must stand when those do not. */
export const errorPage = page<ErrorPage>('errors/error')

type Said = readonly [status: number, words: string]

const refusals: Record<RefusalCode, Said> = {
  'not-found': [404, 'notFound'],
  forbidden: [403, 'forbidden'],
  conflict: [409, 'conflict'],
  gone: [410, 'gone'],
  'too-many': [429, 'tooMany'],
  'too-large': [413, 'tooLarge'],
  busy: [503, 'busy'],
}

/** How the error page looks: it cannot ask the site. */
type Looks = Pick<ErrorPage, 'style' | 'icon' | 'demo'>

export function answerErrors(app: FastifyInstance, looks: Looks): void {
  app.setNotFoundHandler({ preHandler: [] }, (request, reply) =>
    showError(request, reply, looks, refusals['not-found']),
  )
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const said = saidOf(error)
    if (said[0] >= 500 && !(error instanceof Refusal))
      request.log.error({ err: error, route: request.routeOptions.url }, 'request failed')
    if (said[0] === 429 || said[0] === 503) reply.header('retry-after', '60')
    return showError(request, reply, looks, said)
  })
}

function saidOf(error: FastifyError): Said {
  if (error instanceof Refusal) return refusals[error.code]
  if (error.statusCode === 413) return refusals['too-large']
  if (/^SQLITE_(FULL|IOERR|READONLY)/.test(error.code ?? '')) return [503, 'notSaved']
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) return [error.statusCode, 'badRequest']
  return [500, 'broken']
}

function showError(
  request: FastifyRequest,
  reply: FastifyReply,
  looks: Looks,
  [status, name]: Said,
): Promise<FastifyReply> {
  const w = wordsIn(languageOf(request))
  reply.locals = { w }
  return errorPage(
    reply,
    {
      title: w.t(`error.${name}` as Key),
      text: w.t(`error.${name}Text` as Key, { id: request.id }),
      home: w.t('error.home'),
      signIn: request.actor || status >= 500 ? null : w.t('site.signIn'),
      languages: otherLanguages(request, w.language),
      verify: w.t('site.verify'),
      ...looks,
    },
    status,
  )
}

const otherLanguages = (request: FastifyRequest, read: Language): ErrorPage['languages'] =>
  request.server.offered.languages
    .filter((code) => code !== read)
    .map((code) => ({ code, name: wordsIn(read).t('site.otherLanguage') }))
