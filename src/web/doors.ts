import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '#policy.ts'
import { seeOther } from './answer.ts'
import type { Language } from './language.ts'

/** Every route says who may knock: anybody, or somebody who is signed in. Finer questions belong to policy.ts. */
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
  }
  interface FastifyRequest {
    actor: Actor | null
    person: Person | null
  }
}

export const openDoor = { config: { door: 'public' } } as const
export const signedIn = { config: { door: 'signed-in' } } as const

export function guardDoors(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (!route.config?.door) throw new Error(`${String(route.method)} ${route.url} has no door`)
  })
  app.addHook('preHandler', async (request, reply) => {
    if (request.routeOptions.config.door !== 'signed-in' || request.actor) return
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
