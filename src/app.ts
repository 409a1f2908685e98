import type { FastifyInstance } from 'fastify'
import { certificatesRoutes } from '#certificates/routes.ts'
import { coverageRoutes } from '#coverage/routes.ts'
import { frontRoutes } from '#front/routes.ts'
import type { House } from '#house.ts'
import { joiningRoutes } from '#joining/routes.ts'
import { learningRoutes } from '#learning/routes.ts'
import { signinRoutes } from '#signin/routes.ts'
import { openLater } from '#web/later.ts'
import { openSite, share } from './open-site.ts'

/** The site: plumbing, then one line a room; the rooms of the office follow when asked for. Reads like the site map; listens to nothing yet. */
export async function buildApp(house: House, { log = false } = {}): Promise<FastifyInstance> {
  const shared = await share(house, log)
  const office = async () => (await import('./office.ts')).buildOffice(shared)
  const app = await openSite(shared, (site) => openLater(site, office))

  await app.register(frontRoutes(house))
  await app.register(signinRoutes(house))
  await app.register(joiningRoutes(house))
  await app.register(learningRoutes(house), { prefix: '/learning' })
  await app.register(certificatesRoutes(house))
  await app.register(coverageRoutes(house))
  return app
}
