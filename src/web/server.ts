import Fastify, { type FastifyInstance, LogController } from 'fastify'
import type { Config } from '#config.ts'
import { headersForRawAnswer, securityHeaders } from './headers.ts'
import { isSecure } from './plumbing.ts'
import { endSilentConnections } from './silent-connections.ts'

/** Limits for slow and large requests; Fastify's own defaults wait for ever for half a body (trust.md, finding 6). */
const limits = {
  bodyLimit: 64 * 1024,
  keepAliveTimeout: 5_000,
  requestTimeout: 10_000,
  http: { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000, maxHeaderSize: 16 * 1024 },
} as const

/** Given before any page can be made, so in both languages. */
const unreadable = `<!doctype html><html lang="da"><meta charset="utf-8"><title>400</title><main>
<h1>Adressen kan ikke læses</h1><p><a href="/">Til forsiden</a></p>
<section lang="en"><h2>The address cannot be read</h2><p><a href="/">To the front page</a></p></section></main></html>
`

/** A bare server with its limits; the log is JSON lines on standard output. Headers stand on refusals given before routing, too. */
export function makeServer(config: Config, log: boolean): FastifyInstance {
  const secure = isSecure(config)
  const app = Fastify({
    ...limits,
    logger: log ? { level: 'warn', redact: ['req.headers', 'req.body'] } : false,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    exposeHeadRoutes: true,
    frameworkErrors: (_error, _request, reply) => {
      reply.raw
        .writeHead(400, { ...securityHeaders(secure), 'content-type': 'text/html; charset=utf-8' })
        .end(unreadable)
    },
    clientErrorHandler(error, socket) {
      if (error.code === 'ECONNRESET' || !socket.writable) return
      const status = {
        HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
        ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
      }[error.code]
      const headers = `${headersForRawAnswer(secure)}connection: close\r\ncontent-length: 0\r\n`
      socket.end(`HTTP/1.1 ${status ?? '400 Bad Request'}\r\n${headers}\r\n`)
    },
  })
  endSilentConnections(app)
  return app
}
