import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '#base/refusal.ts'

/**
 * Refuses writes that another site makes a browser send: Sec-Fetch-Site when the browser says it, else Origin against Host.
 * A client that sends neither is no browser acting on somebody's cookies (the rule of Go's net/http CrossOriginProtection).
 */
export function refuseCrossSite(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
    if (!comesFromHere(request)) throw new Refusal('forbidden', 'a write from another site')
  })
}

function comesFromHere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin } = request.headers
  return origin === undefined || URL.parse(origin)?.host === request.host
}
