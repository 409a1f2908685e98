import type { FastifyInstance } from 'fastify'
import type { House } from '#house.ts'

/** Recognises who is signed in from the cookie, on every request. */
export function recogniseActor(_app: FastifyInstance, _house: House): void {}
