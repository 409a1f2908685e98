import { join } from 'node:path'
import cookie from '@fastify/cookie'
import view from '@fastify/view'
import { Eta } from 'eta'
import type { FastifyInstance } from 'fastify'
import type { Config } from '#config.ts'
import type { Assets } from './assets.ts'
import { readBodies } from './bodies.ts'
import { compressPages } from './compress.ts'
import { answerErrors } from './errors.ts'
import { setHeaders } from './headers.ts'
import { type Offered, offerLanguages } from './language.ts'
import { refuseCrossSite } from './same-site.ts'

export const viewsFolder = join(import.meta.dirname, '../../views')

/** Templates are compiled once; a name that a template may read is read through `it`. */
export const openTemplates = () => new Eta({ views: viewsFolder, cache: true, useWith: false })

interface Plumbing {
  assets: Assets
  templates: Eta
  offered: Offered
}

/** What every request passes, in order, before it reaches a room. */
export async function plumb(app: FastifyInstance, config: Config, shared: Plumbing): Promise<void> {
  const { assets, templates, offered } = shared
  app.decorateRequest('actor', null)
  app.decorateRequest('person', null)
  offerLanguages(app, offered)
  setHeaders(app, isSecure(config))
  refuseCrossSite(app)
  readBodies(app)
  await app.register(cookie)
  await app.register(view, { engine: { eta: templates }, root: viewsFolder, production: true })
  answerErrors(app, { style: assets.style, icon: assets.icon, demo: config.demo })
  compressPages(app)
  assets.serve(app)
}

export const isSecure = (config: Config) => config.baseUrl.startsWith('https:')
