import type { FastifyPluginAsync } from 'fastify'
import type { House } from '#house.ts'
import { joinRoutes } from './join-routes.ts'
import { posterRoutes } from './poster-routes.ts'
import { setupRoutes } from './setup-routes.ts'

/** From the poster on the wall to an account: joining a venue, the poster itself, and the town's first start. */
export const joiningRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    await app.register(joinRoutes(house))
    await app.register(posterRoutes(house))
    await app.register(setupRoutes(house))
  }
