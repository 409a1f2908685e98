import type { FastifyReply } from 'fastify'
import '@fastify/view'

/** Binds one template to the type of the one value it may read. */
export function page<Model extends object>(template: string) {
  const show = (reply: FastifyReply, model: Model, status = 200): Promise<FastifyReply> =>
    reply.code(status).viewAsync(template, { page: model }) as unknown as Promise<FastifyReply>
  return Object.assign(show, { template })
}
