import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { revokeCertificate } from '#certificates/revoke-certificate.ts'
import { certificatesOf } from '#certificates/store.ts'
import { publishRevision } from '#courses/publish-revision.ts'
import { clockwork } from '#policy.ts'
import { type Browser, openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { tinyCourse } from '../support/tiny-course.ts'
import { passCourse } from './run.ts'

let house: TestHouse
let cast: Cast
let ines: Browser
let close: () => Promise<void>
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  const buildsOn = ['grundkursus', 'not-published']
  const further = { ...tinyCourse, id: 'further', title: { da: 'Mere', en: 'More' }, buildsOn }
  await house.as(clockwork, (work) => publishRevision(work, further))
  const app = await buildApp(house)
  ines = openBrowser(app, { cookie: await cookieOf(house, cast.ines) })
  close = () => app.close()
})
afterEach(async () => {
  await close()
  await house.close()
})

test('a course says what it builds on, leads there, and keeps nobody out', async () => {
  await ines.open('/learning/further')
  expect(ines.text).toContain('Builds on: Basic course You have no valid certificate')
  expect(ines.text).not.toContain('not-published')
  await ines.click('Begin')
  expect(ines.heading).toBe('Page why')
  await ines.open('/learning/further')
  await ines.click('Basic course')
  expect(ines.url).toBe('/learning/grundkursus')
  expect(ines.text).not.toContain('Builds on')
})

test('with a valid certificate it says so, and no longer once it has ended', async () => {
  await passCourse(house, cast.ines)
  await ines.open('/learning/further')
  expect(ines.text).toContain('Builds on: Basic course You have a valid certificate')
  const [certificate] = await certificatesOf(house.db, cast.ines)
  await house.as(cast.olga, (work) => revokeCertificate(work, { number: certificate?.number ?? '', reason: 'misuse' }))
  await ines.open('/learning/further')
  expect(ines.text).toContain('You have no valid certificate')
})
