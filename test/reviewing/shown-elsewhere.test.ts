import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { issueCertificate } from '#certificates/issue-certificate.ts'
import { listOf, workingFiles } from '#drafts/store.ts'
import { clockwork } from '#policy.ts'
import { signOff } from '#reviewing/sign-module.ts'
import { signOffsOf } from '#reviewing/sign-off-store.ts'
import { requestsOf } from '#reviewing/store.ts'
import { tidyReviews } from '#reviewing/tidy-reviews.ts'
import { withdrawSignOff } from '#reviewing/withdraw-sign-off.ts'
import { sampleFiles } from '../courses/sample-course.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { askPernille, courseId, publishSample } from './sample-town.ts'

const hostile = '<img src=x onerror=alert(1)>'
const unread = { 'doer/module.yaml': sampleFiles['doer/module.yaml'].replace(/reviewed:.*/s, '') }
const notReviewed = 'The text has not yet been reviewed'

let house: TestHouse
let cast: Cast
let app: FastifyInstance
let revisionId: string
let number: string
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  revisionId = (await publishSample(house, unread)).id
  number = await house.as(cast.ines, (work) =>
    issueCertificate(work, { personId: cast.ines, courseId, revisionId, enrolmentId: 'e' }),
  )
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

async function sign(name: string) {
  await askPernille(house, cast)
  const [request] = await requestsOf(house.db, courseId)
  const read = listOf(await workingFiles(house.db, courseId))
  if (request) await house.as(clockwork, (work) => signOff(work, { request, read, name, role: 'police' }))
}
const withdraw = async () => {
  for (const { id } of await signOffsOf(house.db, revisionId))
    await house.as(cast.ada, (work) => withdrawSignOff(work, courseId, id))
}
const asInes = async (url: string) => openBrowser(app, { cookie: await cookieOf(house, cast.ines) }).open(url)

test('whoever checks a certificate sees who stands behind which module, as what and since when, until it is withdrawn', async () => {
  const before = await openBrowser(app).open(`/verify/${number}`)
  expect(before.text).toContain('Reviewed Not yet by police')
  await sign(hostile)
  const answer = await app.inject({ url: `/verify/${number}?lang=en` })
  expect(answer.headers['set-cookie']).toBeUndefined()
  const { text, html } = await openBrowser(app).open(`/verify/${number}`)
  expect(text).toContain(`The door ${hostile}, police, 22 November 2026`)
  expect(text).not.toContain('Not yet by')
  expect(html).not.toContain(hostile)
  await withdraw()
  expect((await openBrowser(app).open(`/verify/${number}`)).text).toBe(before.text)
})

test('the certificate and the course say the same as long as it stands', async () => {
  const pages = [`/certificates/${number}`, `/learning/${courseId}`]
  const said = async () => Promise.all(pages.map(async (url) => (await asInes(url)).text.includes(notReviewed)))
  expect(await said()).toEqual([true, true])
  await sign('Pernille Skov')
  expect(await said()).toEqual([false, false])
  expect((await asInes(`/learning/${courseId}`)).text).toContain('Reviewed by Pernille Skov, police, 22 November 2026')
  await withdraw()
  expect(await said()).toEqual([true, true])
})

test('a certificate printed again says of the review what it said when it was issued', async () => {
  await sign('Pernille Skov')
  house.at('2026-11-23T10:00:00Z')
  const late = await house.as(cast.ines, (work) =>
    issueCertificate(work, { personId: cast.ines, courseId, revisionId, enrolmentId: 'later' }),
  )
  const cookie = await cookieOf(house, cast.ines)
  const print = async (one: string) =>
    (await app.inject({ url: `/certificates/${one}.pdf`, headers: { cookie } })).rawPayload
  const [unreviewed, reviewed] = [await print(number), await print(late)]
  house.at('2026-11-24T10:00:00Z')
  await withdraw()
  expect((await print(late)).equals(reviewed)).toBe(true)
  await sign('Bo')
  expect((await print(number)).equals(unreviewed)).toBe(true)
})

test('a year after a link has ended nobody remembers who was asked; who signed stands by it', async () => {
  await sign('Pernille Skov')
  const namesAt = async (at: string) => {
    house.at(at)
    await house.as(clockwork, tidyReviews)
    return (await requestsOf(house.db, courseId)).map(({ toName }) => toName)
  }
  expect(await namesAt('2027-12-06T10:00:00Z')).toEqual(['Pernille'])
  expect(await namesAt('2027-12-07T10:00:00Z')).toEqual([''])
  expect((await signOffsOf(house.db, revisionId)).map(({ name }) => name)).toEqual(['Pernille Skov'])
  const ada = await openBrowser(app, { cookie: await cookieOf(house, cast.ada) }).open(`/authoring/${courseId}/reviews`)
  expect(ada.text).toContain('Somebody you asked Too old')
})
