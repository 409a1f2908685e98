import type { FastifyInstance } from 'fastify'
import { accountRoutes } from '#account/routes.ts'
import { auditRoutes } from '#audit/routes.ts'
import { certificatesRoutes } from '#certificates/routes.ts'
import { findCourseNames } from '#courses/course-names.ts'
import { navigationOf } from '#coverage/navigation.ts'
import { coverageRoutes } from '#coverage/routes.ts'
import { demoRoutes } from '#demo/routes.ts'
import { duplicatesRoutes } from '#duplicates/routes.ts'
import { frontRoutes } from '#front/routes.ts'
import type { House } from '#house.ts'
import { invitationsRoutes } from '#invitations/routes.ts'
import { joiningRoutes } from '#joining/routes.ts'
import { learningRoutes } from '#learning/routes.ts'
import { mailRoutes } from '#mail/routes.ts'
import { findSettings } from '#people/partnership-store.ts'
import { recoveryRoutes } from '#recovery/routes.ts'
import { requirementsRoutes } from '#requirements/routes.ts'
import { rolesRoutes } from '#roles/routes.ts'
import { recogniseActor } from '#signin/actor-plugin.ts'
import { signinRoutes } from '#signin/routes.ts'
import { staffRoutes } from '#staff/routes.ts'
import { townRoutes } from '#town/routes.ts'
import { venuesRoutes } from '#venues/routes.ts'
import { openAssets } from '#web/assets.ts'
import { guardDoors } from '#web/doors.ts'
import { plumb } from '#web/plumbing.ts'
import { makeServer } from '#web/server.ts'
import { showSite } from '#web/site.ts'

/** The site: plumbing, then one line a room. Reads like the site map; listens to nothing yet. */
export async function buildApp(house: House, { log = false } = {}): Promise<FastifyInstance> {
  const app = makeServer(house.config, log)
  guardDoors(app)
  const assets = openAssets()
  await plumb(app, house.config, assets)
  app.offered.languages = (await findSettings(house.db))?.languages ?? app.offered.languages
  recogniseActor(app, house)
  showSite(app, { assets, demo: house.config.demo, navigation: navigationOf(house) })

  await app.register(frontRoutes(house))
  await app.register(signinRoutes(house))
  await app.register(recoveryRoutes(house))
  await app.register(joiningRoutes(house))
  await app.register(invitationsRoutes(house))
  await app.register(rolesRoutes(house))
  await app.register(mailRoutes(house))
  await app.register(staffRoutes(house))
  await app.register(townRoutes(house))
  await app.register(auditRoutes(house, findCourseNames))
  await app.register(learningRoutes(house), { prefix: '/learning' })
  await app.register(certificatesRoutes(house))
  await app.register(coverageRoutes(house))
  await app.register(duplicatesRoutes(house))
  await app.register(requirementsRoutes(house))
  await app.register(venuesRoutes(house))
  await app.register(accountRoutes(house))
  if (house.config.demo) await app.register(demoRoutes(house), { prefix: '/demo' })
  return app
}
