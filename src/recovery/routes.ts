import type { FastifyPluginAsync } from 'fastify'
import type { House } from '#house.ts'
import { codesRoutes } from './codes-routes.ts'
import { handingRoutes } from './handing-routes.ts'
import { resetRoutes } from './reset-routes.ts'
import { waysRoutes } from './ways-routes.ts'

/** Getting back in: by a code, by a letter, by a link that somebody hands over. */
export const recoveryRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    await app.register(waysRoutes(house))
    await app.register(codesRoutes(house))
    await app.register(resetRoutes(house))
    await app.register(handingRoutes(house))
  }
