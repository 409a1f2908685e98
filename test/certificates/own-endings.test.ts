import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { groupNumber } from '#certificates/number.ts'
import { certificatesOf, getCertificate } from '#certificates/store.ts'
import { post } from '../signin/post.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { earn } from './earned.ts'

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

const browserOf = async (who: keyof Cast) => openBrowser(app, { cookie: await cookieOf(house, cast[who]) })
const rename = async (name: string) => {
  const ines = await (await browserOf('ines')).open('/account/name')
  return ines.press('Save the name', { name })
}

test('Ines corrects her name, replaces her certificate, and anybody who checks reads the right thing', async () => {
  const ines = await rename('Ines Sørensen Holm')
  expect(ines.text).toContain('The certificate says Ines Sørensen. Your name is now Ines Sørensen Holm.')
  await ines.press('Get a new one with your right name Basic course')
  const now = (await certificatesOf(house.db, cast.ines)).find((one) => one.replacedBy === null)
  const next = now?.number as string
  expect(ines.url).toBe(`/certificates/${next}`)
  for (const said of ['You have got a new certificate. This is it.', 'Ines Sørensen Holm', groupNumber(next)])
    expect(ines.text).toContain(said)

  const stranger = openBrowser(app)
  await stranger.open(`/verify/${number}?lang=en`)
  expect(stranger.text).toContain('Replaced on 22 November 2026. The holder has got a new certificate.')
  for (const secret of ['Ines', 'Holm', next, groupNumber(next)]) expect(stranger.html).not.toContain(secret)
  await stranger.open(`/verify/${number}?lang=da`)
  expect(stranger.text).toContain('Erstattet den 22. november 2026. Indehaveren har fået et nyt kursusbevis.')
  await stranger.open(`/verify/${next}?lang=en`)
  expect(stranger.text).toContain('Ines Sørensen Holm')
})

test('the new PDF carries the new name, the old one is gone', async () => {
  const ines = await rename('Ωmega Ž')
  await ines.press('Get a new one with your right name Basic course')
  const page = ines.url
  await ines.open(`/certificates/${number}.pdf`)
  expect(ines.status).toBe(410)
  await ines.open(`${page}.pdf`)
  expect(ines.status).toBe(200)
  expect(ines.html).toMatch(/<03A9>/i)
  expect(ines.html).toMatch(/<017D>/i)
})

test('the certificate’s own page offers it as well, says what happens first, and then leads to the new one', async () => {
  await rename('Ines Holm')
  const ines = await (await browserOf('ines')).open(`/certificates/${number}`)
  for (const said of ['The old number no longer counts.', 'The new one is valid as long as the old one.'])
    expect(ines.text).toContain(said)
  await ines.press('Get a new one with your right name Basic course')
  await ines.open(`/certificates/${number}`)
  expect(ines.has('.state[data-state="replaced"]')).toBe(true)
  expect(ines.text).not.toContain('Get a new one')
  await ines.click('Show the new one')
  expect(ines.text).toContain('Ines Holm')
})

test('with the right name nothing is offered, and her first page lists the new one alone', async () => {
  const ines = await (await browserOf('ines')).open(`/certificates/${number}`)
  expect(ines.text).not.toContain('Get a new one')
  await (await rename('Ines Holm')).press('Get a new one with your right name Basic course')
  await ines.open('/learning')
  expect(ines.page.querySelectorAll('a[href^="/certificates/"]')).toHaveLength(1)
  expect(ines.html).not.toContain(number)
})

test('asked for twice at once, there is one new certificate', async () => {
  await rename('Ines Holm')
  const cookie = await cookieOf(house, cast.ines)
  const answers = await Promise.all([1, 2].map(() => post(app, `/certificates/${number}/replacement`, {}, { cookie })))
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([303, 409])
  expect(await certificatesOf(house.db, cast.ines)).toHaveLength(2)
})

test('Ines withdraws hers after reading what happens; it can be done once', async () => {
  const ines = await (await browserOf('ines')).open(`/certificates/${number}`)
  await ines.click('Withdraw the certificate')
  for (const said of ['does not count from today', 'Your name is erased', 'It cannot be undone'])
    expect(ines.text).toContain(said)
  await ines.press('Withdraw it')
  expect(ines.text).toContain('The certificate is withdrawn.')
  expect(ines.html).not.toContain('/withdrawal')
  await ines.open(`/certificates/${number}/withdrawal`)
  expect(ines.status).toBe(409)
  expect((await app.inject(`/verify/${number}?lang=en`)).body).toContain('data-state="withdrawn"')
})

test('nobody withdraws or replaces another’s: it is not there', async () => {
  await rename('Ines Holm')
  for (const who of ['noor', 'marco', 'olga'] as const) {
    const cookie = await cookieOf(house, cast[who])
    for (const what of ['withdrawal', 'replacement'])
      expect((await post(app, `/certificates/${number}/${what}`, {}, { cookie })).statusCode).toBe(404)
    expect((await app.inject({ url: `/certificates/${number}/withdrawal`, headers: { cookie } })).statusCode).toBe(404)
  }
  expect((await getCertificate(house.db, number)).endings).toEqual([])
})
