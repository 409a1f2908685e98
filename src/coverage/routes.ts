import type { FastifyPluginAsync } from 'fastify'
import type { House } from '#house.ts'

export const coverageRoutes =
  (_house: House): FastifyPluginAsync =>
  async (_app) => {}
