import type { FastifyInstance } from 'fastify'
import { navigationOf } from '#coverage/navigation.ts'
import type { House } from '#house.ts'
import { findSettings } from '#people/partnership-store.ts'
import { recogniseActor } from '#signin/actor-plugin.ts'
import { openAssets } from '#web/assets.ts'
import { guardDoors } from '#web/doors.ts'
import { languages, type Offered } from '#web/language.ts'
import { openTemplates, plumb } from '#web/plumbing.ts'
import { makeServer } from '#web/server.ts'
import { showSite } from '#web/site.ts'

/** What the two halves of the site share. */
export interface Shared {
  house: House
  log: boolean
  assets: ReturnType<typeof openAssets>
  templates: ReturnType<typeof openTemplates>
  offered: Offered
}

export const share = async (house: House, log: boolean): Promise<Shared> => ({
  house,
  log,
  assets: openAssets(),
  templates: openTemplates(),
  offered: { languages: (await findSettings(house.db))?.languages ?? languages },
})

/** A site with its plumbing and no room yet. `first` stands before everything else. */
export async function openSite(
  shared: Shared,
  first: (app: FastifyInstance) => void = () => {},
): Promise<FastifyInstance> {
  const { house, assets } = shared
  const app = makeServer(house.config, shared.log)
  first(app)
  guardDoors(app)
  await plumb(app, house.config, shared)
  recogniseActor(app, house)
  showSite(app, { assets, demo: house.config.demo, navigation: navigationOf(house) })
  return app
}
