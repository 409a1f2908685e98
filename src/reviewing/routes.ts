import type { FastifyPluginAsync } from 'fastify'
import type { House } from '#house.ts'
import { requestRoutes } from './request-routes.ts'
import { reviewerRoutes } from './reviewer-routes.ts'

export const reviewingRoutes =
  (house: House): FastifyPluginAsync =>
  async (app) => {
    await app.register(requestRoutes(house))
    await app.register(reviewerRoutes(house))
  }
