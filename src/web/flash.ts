import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Key } from './words.ts'

const cookieName = 'flash'

/** Leaves a message for the next page: a key of our own words, so the cookie can carry no text of anybody's. */
export function leaveFlash(reply: FastifyReply, key: Key, secure: boolean): void {
  reply.setCookie(cookieName, key, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 60 })
}

/** Takes the message left by the page before, once. */
export function takeFlash(request: FastifyRequest, reply: FastifyReply): string | null {
  const key = request.cookies?.[cookieName]
  if (!key) return null
  reply.clearCookie(cookieName, { path: '/' })
  return key
}
