import type { FastifyInstance } from 'fastify'
import type { DoorPlan } from './doors.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route of the site with its door, those opened later as well. */
    wholePlan(): Promise<readonly DoorPlan[]>
  }
}

/**
 * Hands every request that no route of this site takes to a second one, which is opened the first time and answers for itself from then on.
 * Has to stand before everything else that looks at requests.
 */
export function openLater(app: FastifyInstance, open: () => Promise<FastifyInstance>): void {
  let opening: Promise<FastifyInstance> | null = null
  const opened = () => {
    opening ??= open().catch((error: unknown) => {
      opening = null
      throw error
    })
    return opening
  }

  app.decorate('wholePlan', async () => [...app.doorPlan, ...(await planOf(await opened()))])
  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return
    const other = await opened()
    reply.hijack()
    other.routing(request.raw, reply.raw)
  })
  app.addHook('onClose', async () => {
    if (opening) await (await opening).close()
  })
}

const planOf = async (site: FastifyInstance): Promise<readonly DoorPlan[]> =>
  site.hasDecorator('wholePlan') ? site.wholePlan() : site.doorPlan
