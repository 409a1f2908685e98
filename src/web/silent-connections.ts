import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/**
 * When the server ends, ends the connections on which nothing was asked yet. Browsers open some ahead; Node does not count them as idle, and
 * once it is closing it no longer ends them after a time, so that one of them would keep the server up for as long as the browser likes.
 */
export function endSilentConnections(app: FastifyInstance): void {
  const silent = new Set<Socket>()
  let closing = false
  app.server.on('connection', (socket: Socket) => {
    if (closing) return socket.destroy()
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })
  app.server.on('request', ({ socket }) => silent.delete(socket))
  app.addHook('preClose', async () => {
    closing = true
    for (const socket of silent) socket.destroy()
  })
}
