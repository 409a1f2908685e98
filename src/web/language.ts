import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

export const languages = ['da', 'en'] as const
export type Language = (typeof languages)[number]
export const isLanguage = (text: unknown): text is Language => languages.includes(text as Language)

/** What the town offers, its own language first: set at the start, and changed when the town changes it. */
export interface Offered {
  languages: readonly Language[]
}

declare module 'fastify' {
  interface FastifyInstance {
    offered: Offered
  }
}

export function offerLanguages(app: FastifyInstance, offered: Offered): void {
  app.decorate('offered', { getter: () => offered })
}

const cookieName = 'language'

/**
 * The reader's language among those the town offers: as kept with the person, else as chosen on this device, else the town's own.
 * `?lang=` wins where a page must set no cookie.
 */
export function languageOf(request: FastifyRequest): Language {
  const offered = request.server.offered.languages
  const asked = (request.query as Record<string, unknown> | undefined)?.lang
  return spokenOf(offered, [asked, request.person?.language ?? request.cookies?.[cookieName]])
}

/** The first that is wanted and offered, else the town's own. */
export function spokenOf(offered: readonly Language[], wanted: readonly unknown[]): Language {
  return wanted.filter(isLanguage).find((language) => offered.includes(language)) ?? offered[0] ?? 'da'
}

/** Remembers the choice on this device for a year. Holds nothing but the language. */
export function keepLanguage(reply: FastifyReply, language: Language, secure: boolean): void {
  reply.setCookie(cookieName, language, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 365 * 24 * 3600 })
}
