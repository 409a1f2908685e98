import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { groupNumber, numberFrom } from '#certificates/number.ts'
import { revokeCertificate } from '#certificates/revoke-certificate.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf, earn } from './earned.ts'

let house: TestHouse
let cast: Cast
let app: FastifyInstance
let number: string
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
  number = await earn(house, cast, cast.ines)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const readAs = async (personId: string, url: string) =>
  app.inject({ url, headers: { cookie: await cookieOf(house, personId) } })

test('Ines sees hers: name, course, what it is not, number, address to check it, when to renew', async () => {
  const { statusCode, body } = await readAs(cast.ines, `/certificates/${number}`)
  expect(statusCode).toBe(200)
  for (const said of [
    'Ines Sørensen',
    'Basic course',
    'Theory only – not a first aid certificate',
    'not yet been reviewed',
    groupNumber(number),
    `href="http://localhost:3000/v/${number}"`,
    `href="/certificates/${number}.pdf"`,
    'You can renew it from 23 September 2028',
    '<svg viewBox',
  ])
    expect(body).toContain(said)
})

test('everybody else finds nothing, the association and the manager included', async () => {
  for (const who of [cast.noor, cast.marco, cast.olga, cast.pernille, cast.ada])
    for (const url of [`/certificates/${number}`, `/certificates/${number}.pdf`])
      expect((await readAs(who, url)).statusCode).toBe(404)
})

test('whoever is not signed in is asked to, and led back', async () => {
  const { statusCode, headers } = await app.inject({ url: `/certificates/${number}.pdf` })
  expect([statusCode, headers.location]).toEqual([303, `/sign-in?next=/certificates/${number}.pdf`])
})

test('an unknown number and text that is none are both not found', async () => {
  for (const text of [numberFrom('0'.repeat(26)), 'x', '%00'])
    for (const url of [`/certificates/${text}`, `/certificates/${text}.pdf`])
      expect((await readAs(cast.ines, url)).statusCode).toBe(404)
})

test('the PDF opens in the browser under a name that says what it is', async () => {
  const { statusCode, headers, rawPayload } = await readAs(cast.ines, `/certificates/${number}.pdf`)
  expect(statusCode).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'inline; filename="kursusbevis-grundkursus-2026-11-22.pdf"',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
})

test('a revoked certificate is not printed any more; the holder still sees what became of it', async () => {
  await house.as(cast.olga, (work) => revokeCertificate(work, { number, reason: 'other' }))
  const page = await readAs(cast.ines, `/certificates/${number}`)
  expect(page.body).toContain('data-state="revoked"')
  expect(page.body).not.toContain('.pdf')
  expect((await readAs(cast.ines, `/certificates/${number}.pdf`)).statusCode).toBe(410)
})
