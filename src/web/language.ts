import type { FastifyReply, FastifyRequest } from 'fastify'

export const languages = ['da', 'en'] as const
export type Language = (typeof languages)[number]
export const isLanguage = (text: unknown): text is Language => languages.includes(text as Language)

const cookieName = 'language'

/** The reader's language: as kept with the person, else as chosen on this device, else Danish. `?lang=` wins where a page must set no cookie. */
export function languageOf(request: FastifyRequest): Language {
  const asked = (request.query as Record<string, unknown> | undefined)?.lang
  if (isLanguage(asked)) return asked
  if (request.person) return request.person.language
  const kept = request.cookies?.[cookieName]
  return isLanguage(kept) ? kept : 'da'
}

/** Remembers the choice on this device for a year. Holds nothing but the language. */
export function keepLanguage(reply: FastifyReply, language: Language, secure: boolean): void {
  reply.setCookie(cookieName, language, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 365 * 24 * 3600 })
}
