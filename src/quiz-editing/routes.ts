import type { FastifyPluginAsync } from 'fastify'
import type { House } from '#house.ts'
import { bankRoutes } from './bank-routes.ts'
import { formRoutes } from './form-routes.ts'

/** The questions of a module: by form, and all of them in and out. */
export const quizEditingRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    await app.register(formRoutes(house))
    await app.register(bankRoutes(house))
  }
