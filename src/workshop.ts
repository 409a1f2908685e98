import type { FastifyInstance } from 'fastify'
import { authoringRoutes } from '#authoring/routes.ts'
import { hindsightRoutes } from '#hindsight/routes.ts'
import { packagesRoutes } from '#packages/routes.ts'
import { picturesRoutes } from '#pictures/routes.ts'
import { publishingRoutes } from '#publishing/routes.ts'
import { quizEditingRoutes } from '#quiz-editing/routes.ts'
import { reviewingRoutes } from '#reviewing/routes.ts'
import { openSite, type Shared } from './open-site.ts'

/** The rooms where courses are written. Few people write, so they are loaded when the first of them does. */
export async function buildWorkshop(shared: Shared): Promise<FastifyInstance> {
  const { house } = shared
  const app = await openSite(shared)
  await app.register(authoringRoutes(house))
  await app.register(quizEditingRoutes(house))
  await app.register(picturesRoutes(house))
  await app.register(publishingRoutes(house))
  await app.register(packagesRoutes(house))
  await app.register(reviewingRoutes(house))
  await app.register(hindsightRoutes(house))
  await app.ready()
  return app
}
