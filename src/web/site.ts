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
  assets: Omit<Assets, 'serve'>
}

/** An entry of the menu. It stands for its own address and what lies below it, and for `also`; `:x` there is any one part of an address. */
export interface Entry {
  url: string
  key: Key
  label?: string
  also?: readonly string[]
}

/** Where a signed-in person can go: given by the rooms through app.ts, because web knows no room. */
export type Navigation = (actor: Actor | null) => Promise<readonly Entry[]>

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
    const entries = await options.navigation(request.actor)
    const current = entryFor(path, entries)
    reply.locals = {
      w,
      site: {
        language,
        languages: app.offered.languages,
        path,
        here: request.method === 'GET' ? request.url : path,
        name: request.person?.name ?? null,
        links: entries.map((entry) => ({
          url: entry.url,
          label: entry.label ?? w.t(entry.key),
          current: entry === current,
        })),
        flash: key === null ? null : w.t(key as Key),
        demo: options.demo,
        assets: options.assets,
      },
    }
  })
}

/** The entry that stands for the longest part of this path, the first of several; undefined when none does. */
export function entryFor(path: string, entries: readonly Entry[]): Entry | undefined {
  const parts = path.split('/')
  const reach = ({ url, also = [] }: Entry) =>
    Math.max(...[url, ...also].map((place) => reachOf(place.split('/'), parts)))
  const furthest = Math.max(0, ...entries.map(reach))
  return furthest === 0 ? undefined : entries.find((entry) => reach(entry) === furthest)
}

/** How many parts of a path a place covers; 0 when the path is not there or below. */
const reachOf = (place: readonly string[], parts: readonly string[]) =>
  place.every((part, n) => (part.startsWith(':') ? parts[n] : part === parts[n])) ? place.length : 0

/** Public pages that set no cookie at all. */
const quiet = (request: FastifyRequest) => /^\/(v|verify|cards|reviews|healthz|static)(\/|\?|$)/.test(request.url)
