import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '#policy.ts'
import type { Assets } from './assets.ts'
import { takeFlash } from './flash.ts'
import { type Language, languageOf } from './language.ts'
import { type Key, type Words, wordsIn } from './words.ts'

export interface Link {
  url: string
  label: string
  current: boolean
}

/** What the layouts read besides the page's own model. */
export interface Site {
  language: Language
  /** What the town offers: with one there is nothing to choose. */
  languages: readonly Language[]
  path: string
  /** Path and query of the page, to come back to it; after a form was sent, the path alone. */
  here: string
  /** The reader's name; null when nobody is signed in. */
  name: string | null
  links: Link[]
  flash: string | null
  demo: boolean
  assets: Pick<Assets, 'style' | 'htmx' | 'script' | 'icon'>
}

/** Where a signed-in person can go: given by the rooms through app.ts, because web knows no room. */
export type Navigation = (actor: Actor | null) => Promise<readonly { url: string; key: Key; label?: string }[]>

declare module 'fastify' {
  interface FastifyReply {
    locals: { site?: Site; w?: Words }
  }
}

/** Gives every template `it.site` and `it.w`. In a preHandler, because @fastify/view empties the locals on request. */
export function showSite(
  app: FastifyInstance,
  options: { assets: Assets; demo: boolean; navigation: Navigation },
): void {
  app.addHook('preHandler', async (request, reply) => {
    const language = languageOf(request)
    const w = wordsIn(language)
    const path = request.url.split('?')[0] as string
    const key = quiet(request) ? null : takeFlash(request, reply)
    const links = await options.navigation(request.actor)
    reply.locals = {
      w,
      site: {
        language,
        languages: app.offered.languages,
        path,
        here: request.method === 'GET' ? request.url : path,
        name: request.person?.name ?? null,
        links: links.map(({ url, key, label }) => ({
          url,
          label: label ?? w.t(key),
          current: path === url || path.startsWith(`${url}/`),
        })),
        flash: key === null ? null : w.t(key as Key),
        demo: options.demo,
        assets: options.assets,
      },
    }
  })
}

/** Public pages that set no cookie at all. */
const quiet = (request: FastifyRequest) => /^\/(v|verify|cards|healthz|static)(\/|\?|$)/.test(request.url)
