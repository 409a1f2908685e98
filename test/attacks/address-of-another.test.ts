import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { inviteToRole } from '#invitations/invite-to-role.ts'
import { sendInvitation } from '#invitations/send-invitation.ts'
import { tellPerson } from '#mail/tell-person.ts'
import { givePasswords, oldPassword } from '../recovery/settle.ts'
import { post } from '../signin/post.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

/** Nobody checks that an address is whose who signs in with it. So having it as a login gives nothing that was sent there. */

let house: TestHouse
let app: FastifyInstance
let cast: Cast
let noor: string

beforeEach(async () => {
  house = await openTestHouse({ mailer: { send: async () => {}, close: () => {} } })
  cast = await settleCast(house)
  await givePasswords(house, cast.ines, cast.noor)
  app = await buildApp(house)
  noor = await cookieOf(house, cast.noor)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const take = async (login: string, cookie: string) =>
  (await post(app, '/account/login', { login, password: oldPassword }, { cookie })).statusCode
const exportOf = async (cookie: string) => (await app.inject({ url: '/account/data.json', headers: { cookie } })).body

test('Ines gives an address up and Noor takes it: the letters of Ines are not in what is kept about Noor', async () => {
  await house.as(cast.olga, (work) =>
    tellPerson(work, { personId: cast.ines, kind: 'employment-rejected', values: { venue: 'Havnen' } }),
  )
  expect(await take('+45 20 30 40 50', await cookieOf(house, cast.ines))).toBe(303)
  expect(await take('ines@example.dk', noor)).toBe(303)
  const body = await exportOf(noor)
  for (const hers of ['Ines', 'Havnen']) expect(body).not.toContain(hers)
  expect(await exportOf(await cookieOf(house, cast.ines))).toContain('Havnen')
})

const invite = async () => {
  const offer = {
    role: 'partner',
    venueId: null,
    toName: 'Pia Politi',
    toAddress: 'pia@politi.example.dk',
    language: 'en',
  } as const
  return house.as(cast.olga, async (work) => {
    const token = await inviteToRole(work, offer)
    await sendInvitation(work, { token, baseUrl: 'http://localhost:3000' })
    return token
  })
}
const toPia = () =>
  house.db.selectFrom('letters').selectAll().where('to_address', '=', 'pia@politi.example.dk').execute()

test('Noor takes the address that an invitation went to: she reads nothing of it, and it is not gone when she leaves', async () => {
  const token = await invite()
  expect(await take('pia@politi.example.dk', noor)).toBe(303)
  const body = await exportOf(noor)
  for (const word of ['Pia', 'partner', token]) expect(body).not.toContain(word)
  const before = await toPia()
  expect(before.filter((letter) => letter.kind === 'invitation-role')).toHaveLength(1)
  expect((await post(app, '/account/leave', { sure: 'yes', password: oldPassword }, { cookie: noor })).statusCode).toBe(
    303,
  )
  expect((await toPia()).map((letter) => letter.kind)).toEqual(['invitation-role'])
  expect((await app.inject({ url: `/invitation/${token}`, headers: { cookie: 'language=en' } })).body).toContain(
    'Pia Politi',
  )
})

test('whoever accepts the invitation has its letter among what is kept about her, and takes it along when she leaves', async () => {
  const token = await invite()
  const pia = { name: 'Pia Politi', login: 'pia@example.dk', password: oldPassword }
  const cookies = (await post(app, `/invitation/${token}`, pia)).cookies
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ')
  expect(await exportOf(cookies)).toContain('pia@politi.example.dk')
  expect(
    (await post(app, '/account/leave', { sure: 'yes', password: oldPassword }, { cookie: cookies })).statusCode,
  ).toBe(303)
  expect(await toPia()).toEqual([])
})
