import type { FastifyInstance } from 'fastify'
import { accountRoutes } from '#account/routes.ts'
import { auditRoutes } from '#audit/routes.ts'
import { cardsRoutes } from '#cards/routes.ts'
import { findCourseNames } from '#courses/course-names.ts'
import { demoRoutes } from '#demo/routes.ts'
import { duplicatesRoutes } from '#duplicates/routes.ts'
import { invitationsRoutes } from '#invitations/routes.ts'
import { mailRoutes } from '#mail/routes.ts'
import { recoveryRoutes } from '#recovery/routes.ts'
import { requirementsRoutes } from '#requirements/routes.ts'
import { rolesRoutes } from '#roles/routes.ts'
import { staffRoutes } from '#staff/routes.ts'
import { townRoutes } from '#town/routes.ts'
import { venuesRoutes } from '#venues/routes.ts'
import { openLater } from '#web/later.ts'
import { openSite, type Shared } from './open-site.ts'

/** The rooms one goes to now and then: running the town, one's own account, help cards. Loaded when the first of them is asked for; where courses are written follows when asked for. */
export async function buildOffice(shared: Shared): Promise<FastifyInstance> {
  const { house } = shared
  const workshop = async () => (await import('./workshop.ts')).buildWorkshop(shared)
  const app = await openSite(shared, (site) => openLater(site, workshop))
  await app.register(recoveryRoutes(house))
  await app.register(invitationsRoutes(house))
  await app.register(rolesRoutes(house))
  await app.register(mailRoutes(house))
  await app.register(staffRoutes(house))
  await app.register(townRoutes(house))
  await app.register(auditRoutes(house, findCourseNames))
  await app.register(duplicatesRoutes(house))
  await app.register(requirementsRoutes(house))
  await app.register(venuesRoutes(house))
  await app.register(accountRoutes(house))
  await app.register(cardsRoutes(house), { prefix: '/cards' })
  if (house.config.demo) await app.register(demoRoutes(house), { prefix: '/demo' })
  await app.ready()
  return app
}
