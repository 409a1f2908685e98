import type { FastifyInstance } from 'fastify'
import type { House } from '#house.ts'
import { findSignIn } from './sign-in.ts'

/** Recognises who is signed in from the cookie, on every request but those for files that are everybody's. */
export function recogniseActor(app: FastifyInstance, house: House): void {
  app.addHook('onRequest', async (request) => {
    const { cookie } = request.headers
    if (!cookie || request.url.startsWith('/static/')) return
    const recognised = await findSignIn(house, cookie)
    request.actor = recognised?.actor ?? null
    request.person = recognised?.person ?? null
  })
}
