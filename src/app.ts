import type { FastifyInstance } from 'fastify'
import { certificatesRoutes } from '#certificates/routes.ts'
import { navigationOf } from '#coverage/navigation.ts'
import { coverageRoutes } from '#coverage/routes.ts'
import { demoRoutes } from '#demo/routes.ts'
import { frontRoutes } from '#front/routes.ts'
import type { House } from '#house.ts'
import { joiningRoutes } from '#joining/routes.ts'
import { learningRoutes } from '#learning/routes.ts'
import { peopleRoutes } from '#people/routes.ts'
import { recogniseActor } from '#signin/actor-plugin.ts'
import { signinRoutes } from '#signin/routes.ts'
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
  recogniseActor(app, house)
  showSite(app, { assets, demo: house.config.demo, navigation: navigationOf(house) })

  await app.register(frontRoutes(house))
  await app.register(signinRoutes(house))
  await app.register(joiningRoutes(house))
  await app.register(peopleRoutes(house))
  await app.register(learningRoutes(house), { prefix: '/learning' })
  await app.register(certificatesRoutes(house))
  await app.register(coverageRoutes(house))
  if (house.config.demo) await app.register(demoRoutes(house), { prefix: '/demo' })
  return app
}
