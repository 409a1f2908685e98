import type { FastifyInstance } from 'fastify'
import { buildApp } from '#app.ts'
import { savePassword } from '#people/account-store.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { employmentsOf } from '#people/employment-store.ts'
import { hashPassword } from '#signin/password.ts'
import { type Browser, openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

export const password = 'lamper over kajen i regn'

export interface AccountTown {
  house: TestHouse
  cast: Cast
  app: FastifyInstance
  browserOf(who: keyof Cast): Promise<Browser>
  cookieOf(who: keyof Cast): Promise<string>
  close(): Promise<void>
}

/** The cast's town with its site; Ines is confirmed at Havnen, and she and Olga have a password that opens. */
export async function openAccountTown(options: Parameters<typeof openTestHouse>[0] = {}): Promise<AccountTown> {
  const house = await openTestHouse(options)
  const cast = await settleCast(house)
  const hash = await hashPassword(password)
  for (const who of [cast.ines, cast.olga, cast.marco]) await savePassword(house.db, who, hash)
  const [employment] = await employmentsOf(house.db, cast.ines, '2026-11-22')
  await house.as(cast.marco, (work) => confirmEmployment(work, employment?.id as string))
  const app = await buildApp(house)
  return {
    house,
    cast,
    app,
    browserOf: async (who) => openBrowser(app, { cookie: await cookieOf(house, cast[who]) }),
    cookieOf: (who) => cookieOf(house, cast[who]),
    async close() {
      await app.close()
      await house.close()
    },
  }
}
