import type { FastifyPluginAsync } from 'fastify'
import type { House } from '#house.ts'
import { employmentRoutes } from './employment-routes.ts'
import { listRoutes } from './list-routes.ts'
import { pasteRoutes } from './paste-routes.ts'
import { peopleRoutes } from './people-routes.ts'

export const staffRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    await app.register(employmentRoutes(house))
    await app.register(peopleRoutes(house))
    await app.register(pasteRoutes(house))
    await app.register(listRoutes(house))
  }
