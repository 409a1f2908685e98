import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { publishRevision } from '#courses/publish-revision.ts'
import { clockwork } from '#policy.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import { buildApp } from '../../src/app.ts'
import { type Browser, openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { tinyCourse } from '../support/tiny-course.ts'
import { begin, finish, passCourse, study, tryQuiz } from './run.ts'

let house: TestHouse
let cast: Cast
let app: FastifyInstance
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const browserOf = async (person: string): Promise<Browser> =>
  openBrowser(app, { cookie: await cookieOf(house, person) })

async function attemptOf(person: string) {
  await study(house, person, 'police')
  const attempt = await begin(house, person, 'police')
  if (!attempt) throw new Error('not begun')
  return attempt
}

async function post(person: string, url: string, payload: string, headers: Record<string, string> = {}) {
  const cookie = await cookieOf(house, person)
  const type = 'application/x-www-form-urlencoded'
  return app.inject({ method: 'POST', url, payload, headers: { cookie, 'content-type': type, ...headers } })
}

test('looking around writes nothing', async () => {
  const ines = await browserOf(cast.ines)
  const before = await house.db.selectFrom('audit_events').select('id').execute()
  for (const url of ['', '/grundkursus', '/grundkursus/police/why', '/grundkursus/police/quiz'])
    expect((await ines.open(`/learning${url}`)).status).toBe(200)
  expect((await ines.open('/learning/grundkursus/police/situation')).url).toBe(
    '/learning/grundkursus/police/situation/start',
  )
  expect(await house.db.selectFrom('audit_events').select('id').execute()).toEqual(before)
  expect(await house.db.selectFrom('enrolments').selectAll().execute()).toEqual([])
})

test('what is not there is not found', async () => {
  const ines = await browserOf(cast.ines)
  for (const url of [
    '/x',
    '/grundkursus/x/why',
    '/grundkursus/police/x',
    '/grundkursus/police/situation/x',
    '/attempts/x/result',
  ])
    expect((await ines.open(`/learning${url}`)).status).toBe(404)
  const attempt = await attemptOf(cast.ines)
  for (const n of ['0', '6', '-1', '1.5', 'x', '01x'])
    expect((await ines.open(`/learning/attempts/${attempt.id}/questions/${n}`)).status).toBe(404)
})

test('an attempt is nobody else’s to see, whatever the role', async () => {
  const { id } = await attemptOf(cast.ines)
  for (const person of [cast.noor, cast.marco, cast.olga, cast.ada, cast.pernille]) {
    const stranger = await browserOf(person)
    for (const url of ['questions/1', 'review', 'result'])
      expect((await stranger.open(`/learning/attempts/${id}/${url}`)).status).toBe(404)
    for (const url of ['questions/1', 'submission'])
      expect((await post(person, `/learning/attempts/${id}/${url}`, 'choice=1')).statusCode).toBe(404)
  }
})

test('a quiz that may not start says why and links to what is missing', async () => {
  const ines = await browserOf(cast.ines)
  await ines.open('/learning/grundkursus/police/quiz')
  expect(ines.text).toContain('A little is missing before you can start')
  expect(ines.has('a[href="/learning/grundkursus/police/how"]')).toBe(true)
  expect(ines.has('a[href="/learning/grundkursus/police/situation"]')).toBe(true)
  const refused = await post(cast.ines, '/learning/grundkursus/police/attempts', '')
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('A little is missing before you can start')
})

test('in a pause the quiz says until when, and the result leads to the pages', async () => {
  await study(house, cast.ines, 'police')
  let last = ''
  for (let n = 1; n <= 3; n++) last = (await tryQuiz(house, cast.ines, 'police', { right: false })).id
  const ines = await browserOf(cast.ines)
  await ines.open(`/learning/attempts/${last}/result`)
  expect(ines.text).toContain('You can try again at 14:00. Read the pages again first.')
  await ines.click('Read the pages again')
  expect(ines.heading).toBe('Page why')
  await ines.press('Read, go on')
  await ines.press('Read, go on')
  expect(ines.url).toBe('/learning/grundkursus/police/quiz')
  expect(ines.text).toContain('You can try again at 14:00.')
  expect(ines.has('main button')).toBe(false)
  house.at('2026-11-22T13:00:00Z')
  await ines.open('/learning/grundkursus/police/quiz')
  await ines.press('Start the quiz')
  expect(ines.heading).toBe('Question 1 of 5')
})

test('with JavaScript an answer is saved on change and only the status comes back', async () => {
  const attempt = await attemptOf(cast.ines)
  const url = (id: string) =>
    `/learning/attempts/${attempt.id}/questions/${attempt.asked.findIndex((one) => one.id === id) + 1}`
  const htmx = { 'hx-request': 'true' }
  expect((await post(cast.ines, url('call'), 'choice=1', htmx)).body).toBe('Saved 13:00')
  const half = await post(cast.ines, url('steps'), 'choice=1&choice=&choice=', htmx)
  expect([half.statusCode, half.body]).toEqual([200, 'Not saved yet: choose the rest as well'])
  expect((await post(cast.ines, url('age'), 'choice=atten', htmx)).body).toBe('Not saved: write a number in digits')
  expect((await post(cast.ines, url('call'), '', htmx)).body).toBe('Not answered')

  await finish(house, cast.ines, attempt, { right: true })
  const late = await post(cast.ines, url('call'), 'choice=2', htmx)
  expect(late.headers['hx-redirect']).toBe(`/learning/attempts/${attempt.id}/result`)
})

test('after handing in, questions and review lead to the result and change nothing', async () => {
  const attempt = await attemptOf(cast.ines)
  await finish(house, cast.ines, attempt, { right: true })
  const result = `/learning/attempts/${attempt.id}/result`
  const ines = await browserOf(cast.ines)
  for (const url of ['questions/1', 'review'])
    expect((await ines.open(`/learning/attempts/${attempt.id}/${url}`)).url).toBe(result)
  for (const url of ['questions/1', 'submission']) {
    const answer = await post(cast.ines, `/learning/attempts/${attempt.id}/${url}`, 'choice=3')
    expect([answer.statusCode, answer.headers.location]).toEqual([303, result])
  }
  expect((await ines.open(result)).text).toContain('5 of 5 are right')
  const again = await post(cast.ines, '/learning/grundkursus/police/attempts', '')
  expect(again.headers.location).toBe(result)
})

test('a situation without a choice says so, and a step not reached leads to the first', async () => {
  const refused = await post(cast.ines, '/learning/grundkursus/police/situation/start', '')
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('id="faults"')
  const ines = await browserOf(cast.ines)
  await ines.open('/learning/grundkursus/police/situation/fight')
  expect(ines.heading).toBe('A guest shouts')
})

test('the first page says what the job requires, by when and why', async () => {
  await house.as(clockwork, (work) =>
    setRequirement(work, { job: 'any', courseId: 'grundkursus', days: 30, countsFromOn: '2026-11-01' }),
  )
  const firstPageOf = async (person: string) => (await (await browserOf(person)).open('/learning')).text
  expect(await firstPageOf(cast.ines)).toContain('Deadline: 22 December 2026. That is 30 days after the first day')
  house.at('2026-12-23T12:00:00Z')
  expect(await firstPageOf(cast.ines)).toContain('Past the deadline The deadline was 22 December 2026.')
  await passCourse(house, cast.ines)
  expect(await firstPageOf(cast.ines)).toContain('Requirement met')
})

test('a person without an employment finds the courses all the same', async () => {
  const olga = await browserOf(cast.olga)
  await olga.open('/learning')
  expect(olga.text).not.toContain('What your job needs')
  await olga.click('Begin')
  expect(olga.heading).toBe('Page why')
})

test('a renewal is offered when it opens, on the newest text', async () => {
  await passCourse(house, cast.ines)
  house.at('2028-09-23T12:00:00Z')
  const ines = await browserOf(cast.ines)
  await ines.open('/learning')
  expect(ines.text).toContain('Can be renewed')
  await ines.click('Begin')
  await ines.press('Read, go on')
  await ines.open('/learning/grundkursus')
  expect(ines.text).not.toContain('You have passed the course')
})

test('a picture comes from its revision, may be kept, and can run nothing', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
  const images = { 'police/map.svg': { type: 'image/svg+xml', base64: svg.toString('base64') } }
  const { id } = await house.as(clockwork, (work) => publishRevision(work, { ...tinyCourse, images }))
  const headers = { cookie: await cookieOf(house, cast.ines) }
  const answer = await app.inject({ url: `/learning/images/${id}/police/map.svg`, headers })
  expect(answer.rawPayload.equals(svg)).toBe(true)
  expect(answer.headers).toMatchObject({
    'content-type': 'image/svg+xml',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=31536000, immutable',
  })
  expect(answer.headers['content-security-policy']).toMatch(/default-src 'none'.*; sandbox$/)
  expect((await app.inject({ url: `/learning/images/${id}/police/other.svg`, headers })).statusCode).toBe(404)
  expect((await app.inject({ url: `/learning/images/${id}/police/map.svg` })).statusCode).toBe(303)
})
