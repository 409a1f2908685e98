import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

const worthwhile = 1024

/** Pages go out as gzip level 1 where the browser takes it: higher levels cost more than making the page. Static files bring their own. */
export function compressPages(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < worthwhile || reply.hasHeader('content-encoding'))
      return payload
    reply.header('vary', 'accept-encoding')
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return payload
    reply.header('content-encoding', 'gzip').removeHeader('content-length')
    return gzipSync(payload, { level: 1 })
  })
}
