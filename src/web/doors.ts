import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { mustSee } from '#base/refusal.ts'
import { type Actor, may, type Rule } from '#policy.ts'
import { askedByHtmx, seeOther } from './answer.ts'
import type { Language } from './language.ts'
import { isUpload } from './uploads.ts'

/** Every route says who may knock: anybody, or somebody who is signed in and whom a rule of policy.ts lets in. */
export type Door = 'public' | 'signed-in'

/** Who is signed in, as pages greet them. */
export interface Person {
  id: string
  name: string
  language: Language
}

declare module 'fastify' {
  interface FastifyContextConfig {
    door?: Door
    /** The rule of policy.ts that this route asks. */
    asks?: Rule
    /** What somebody typed is shown to them again when the sign-in has run out: the route answers it itself. */
    keepsTyped?: true
  }
  interface FastifyInstance {
    /** Every route with its door, in the order of registration. */
    doorPlan: readonly DoorPlan[]
  }
  interface FastifyRequest {
    actor: Actor | null
    person: Person | null
  }
}

export const openDoor = { config: { door: 'public' } } as const

/**
 * For whoever is signed in and may. A rule about the actor alone is asked at the door, and whoever may not finds nothing there; a rule about
 * a thing is asked by the route once it has found the thing, again with `mustSee`. The matrix test reads the rule from here.
 */
export const asks = (rule: Rule) => ({ config: { door: 'signed-in', asks: rule } }) as const

/**
 * As `asks`, for forms in which somebody writes for a long time: whoever sends one after the sign-in has run out is answered by `show`, with
 * what was typed, in place of being sent to sign in without it (signed-out-pages.ts). A script on the page is told as everywhere else.
 */
export const asksKeeping = (
  rule: Rule,
  show: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>,
) => ({
  config: { ...asks(rule).config, keepsTyped: true } as const,
  preHandler: async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.actor) return
    // A page is the HTML it was made into; what a hook returns is not sent by itself.
    const shown: unknown = await show(request, reply)
    return reply.sent ? reply : reply.send(shown)
  },
})

const sentSomething = (request: FastifyRequest) =>
  !askedByHtmx(request) && (isUpload(request) || Object.keys((request.body as object | null) ?? {}).length > 0)

const aboutActorAlone = (rule: Rule) => may[rule].length === 1

/** One route and who may use it, as it was registered. */
export interface DoorPlan {
  method: string
  /** With its parameters: `/venues/:venue`. */
  path: string
  door: Door
  asks: Rule | null
}

export function guardDoors(app: FastifyInstance): void {
  const plan: DoorPlan[] = []
  app.decorate('doorPlan', plan)
  app.addHook('onRoute', (route) => {
    if (!route.config?.door) throw new Error(`${String(route.method)} ${route.url} has no door`)
    if (route.config.door === 'signed-in' && !route.config.asks)
      throw new Error(`${String(route.method)} ${route.url} asks no rule of policy.ts`)
    const { door, asks } = route.config
    for (const method of [route.method].flat())
      if (method !== 'HEAD') plan.push({ method, path: route.url, door, asks: asks ?? null })
  })
  app.addHook('preHandler', async (request, reply) => {
    const { door, asks, keepsTyped } = request.routeOptions.config
    if (door !== 'signed-in') return
    if (request.actor) {
      if (asks && aboutActorAlone(asks)) mustSee((may[asks] as (actor: Actor) => boolean)(request.actor), asks)
      return
    }
    if (keepsTyped && sentSomething(request)) return
    const back = backTo(request)
    const next = back === null ? '' : `?next=${encodeURIComponent(back).replaceAll('%2F', '/')}`
    return seeOther(reply, `/sign-in${next}`)
  })
}

/** Where to go on after signing in: the page asked for, or the page a form was sent from. */
function backTo(request: FastifyRequest): string | null {
  if (request.method === 'GET') return request.url
  const from = URL.parse(request.headers.referer ?? '')
  return from?.host === request.host ? from.pathname : null
}

export function actorOf(request: FastifyRequest): Actor {
  if (!request.actor) throw new Error('this route is not behind a signed-in door')
  return request.actor
}

export function personOf(request: FastifyRequest): Person {
  if (!request.person) throw new Error('this route is not behind a signed-in door')
  return request.person
}
