import type { FastifyReply, FastifyRequest } from 'fastify'

/** The only way to redirect: 303 to a GET. htmx follows redirects unseen, so it is told by a header instead. */
export function seeOther(reply: FastifyReply, url: string): FastifyReply {
  if (askedByHtmx(reply.request)) return reply.code(200).header('hx-redirect', url).send()
  return reply.redirect(url, 303)
}

/** Did htmx send this, wanting a part of the page? Only answers to POST may differ by it; a GET address has one representation. */
export const askedByHtmx = (request: FastifyRequest): boolean =>
  request.headers['hx-request'] === 'true' && request.headers['hx-boosted'] !== 'true'

/** An address of this site to go to after signing in, or the fallback: a path with one leading slash and nothing that could leave the site. */
export function safeNext(next: unknown, fallback: string): string {
  if (typeof next !== 'string' || next.length > 500) return fallback
  return /^\/(?![/\\])[\w\-./?=&%:~+]*$/.test(next) && !/%(2f|5c|0|1)/i.test(next) ? next : fallback
}
