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
import { offerLanguages } from './language.ts'
import { refuseCrossSite } from './same-site.ts'

export const viewsFolder = join(import.meta.dirname, '../../views')

/** Templates are compiled once; a name that a template may read is read through `it`. */
export const openTemplates = () => new Eta({ views: viewsFolder, cache: true, useWith: false })

/** What every request passes, in order, before it reaches a room. */
export async function plumb(app: FastifyInstance, config: Config, assets: Assets): Promise<void> {
  app.decorateRequest('actor', null)
  app.decorateRequest('person', null)
  offerLanguages(app)
  setHeaders(app, isSecure(config))
  refuseCrossSite(app)
  readBodies(app)
  await app.register(cookie)
  await app.register(view, { engine: { eta: openTemplates() }, root: viewsFolder, production: true })
  answerErrors(app, { style: assets.style, icon: assets.icon, demo: config.demo })
  compressPages(app)
  assets.serve(app)
}

export const isSecure = (config: Config) => config.baseUrl.startsWith('https:')
