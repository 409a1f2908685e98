import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { closeVenue } from '#people/close-venue.ts'
import { confirmEmployment } from '#people/confirm-employment.ts'
import { employmentsOf } from '#people/employment-store.ts'
import { joinVenue } from '#people/join-venue.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import { allRequirements } from '#requirements/store.ts'
import { earn } from '../certificates/earned.ts'
import { type Browser, openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

let house: TestHouse
let cast: Cast
let app: FastifyInstance
let olga: Browser
beforeEach(async () => {
  house = await openTestHouse({ now: '2026-03-01T12:00:00Z' })
  cast = await settleCast(house)
  app = await buildApp(house)
  await signIn()
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const signIn = async () => {
  olga = openBrowser(app, { cookie: await cookieOf(house, cast.olga) })
}
const ask = (form: object) =>
  olga.open(
    `/requirements/preview?${new URLSearchParams({ course: 'grundkursus', ...form } as Record<string, string>)}`,
  )
const any = (days: number, from = '2026-03-01') => ({ job: 'any', days: String(days), from })
const fact = (term: string) =>
  olga.page
    .querySelectorAll('dl.facts div')
    .find((one) => one.querySelector('dt')?.textContent === term)
    ?.querySelector('dd')?.textContent
const rows = () => allRequirements(house.db)

test('before a requirement is set, the page says who is affected and when, and nothing is written', async () => {
  await earn(house, cast, cast.marco)
  await ask(any(30))
  expect(olga.text).toContain('Every job needs')
  expect(fact('Works in the job on 1 March 2026')).toBe('2 people at 2 venues')
  expect(fact('Has the certificate')).toBe('1')
  expect(fact('Gets a new deadline')).toBe('1')
  expect(olga.text).toContain('1 is not confirmed yet and not counted.')
  expect(olga.text).toContain('Deadline 31 March 2026: 1 person')
  expect(olga.text).toContain('Noor Haddad, Kilden')
  expect(olga.text).not.toMatch(/Marco Rossi|Ines/)
  expect(await rows()).toEqual([])

  await olga.press('Set the requirement')
  expect(olga.url).toBe('/requirements')
  expect(olga.text).toContain('The requirement is set.')
  expect(olga.text).toContain('Every job: within 30 days')
  expect(await rows()).toMatchObject([{ job: 'any', days: 30, countsFromOn: '2026-03-01', lastOn: null }])
})

test('a job of its own concerns only who works in it', async () => {
  await ask({ job: 'door', days: '10', from: '2026-03-01' })
  expect(fact('Works in the job on 1 March 2026')).toBe('0 people at 0 venues')
  await ask({ job: 'floor', days: '10', from: '2026-03-01' })
  expect(olga.text).toContain('Noor Haddad, Kilden')
  expect(olga.text).not.toContain('Marco')
})

test('no days of grace: who is late the day after is said', async () => {
  await ask(any(0))
  expect(olga.text).toContain('on the first day. In force from 1 March 2026.')
  expect(olga.text).toContain('2 will be late on 2 March 2026 already.')
})

test('a change says whose deadline moves from when to when, who is forgiven, and what makes room', async () => {
  await house.as(cast.olga, (work) =>
    setRequirement(work, { job: 'any', courseId: 'grundkursus', days: 10, countsFromOn: '2026-03-01' }),
  )
  house.at('2026-03-20T12:00:00Z')
  await signIn()
  await ask(any(30, '2026-04-01'))
  expect(olga.text).toContain('The requirement of 10 days from 1 March 2026 ends 31 March 2026.')
  expect(olga.text).toContain('2 are late now and get a new deadline.')
  expect(olga.text).toContain('Noor Haddad, Kilden (before: 11 March 2026)')
  expect(olga.text).toContain('Deadline 1 May 2026: 2 people')
})

test('setting the very same again is said beforehand to change nothing, and changes nothing', async () => {
  await ask(any(30))
  await olga.press('Set the requirement')
  await ask(any(30))
  expect(olga.text).toContain('The requirement is set like this already. Nothing will change.')
  expect(fact('Keeps the same deadline')).toBe('2')
  await olga.press('Set the requirement')
  expect(await rows()).toHaveLength(1)
  const events = await house.db
    .selectFrom('audit_events')
    .select('id')
    .where('action', '=', 'requirement.set')
    .execute()
  expect(events).toHaveLength(1)
})

test('somebody at two venues counts once, with the first deadline; a closed venue does not count', async () => {
  const employment = await house.as(cast.noor, (work) =>
    joinVenue(work, { personId: cast.noor, venueId: cast.havnen, job: 'bar' }),
  )
  await house.as(cast.marco, (work) => confirmEmployment(work, employment))
  await ask(any(30))
  expect(fact('Works in the job on 1 March 2026')).toBe('2 people at 2 venues')
  await house.as(cast.olga, (work) => closeVenue(work, { venueId: cast.havnen, firstOn: '2026-03-01' }))
  await ask(any(30))
  expect(fact('Works in the job on 1 March 2026')).toBe('1 person at 1 venue')
  expect(olga.text).toContain('Noor Haddad, Kilden')
})

test.each([
  [{ job: 'any', days: '30', from: '2026-02-28' }, 'Choose today or a day at most two years ahead.'],
  [{ job: 'any', days: '30', from: '2028-03-02' }, 'Choose today or a day at most two years ahead.'],
  [{ job: 'any', days: '366', from: '2026-03-01' }, 'Write a whole number from 0 to 365.'],
  [{ job: 'any', days: '-1', from: '2026-03-01' }, 'Write a whole number from 0 to 365.'],
  [{ job: 'pirate', days: '30', from: '2026-03-01' }, 'Choose a job.'],
  [{ course: 'nothing', job: 'any', days: '30', from: '2026-03-01' }, 'Choose a course.'],
])('%j is refused in words, with everything typed still there', async (form, words) => {
  await ask(form)
  expect(olga.status).toBe(422)
  expect(olga.text).toContain(words)
  expect(olga.page.querySelector('input[name="days"]')?.getAttribute('value')).toBe(form.days)
})

test('a requirement is ended from a page that says who no longer needs it', async () => {
  await ask(any(30))
  await olga.press('Set the requirement')
  house.at('2026-03-05T12:00:00Z')
  await signIn()
  await olga.open('/requirements')
  await olga.open(olga.page.querySelector('a[href^="/requirements/ending"]')?.getAttribute('href') as string)
  await olga.press('See whom it is for', { last: '2026-03-03' })
  expect(olga.status).toBe(422)
  await olga.press('See whom it is for', { last: '2026-03-04' })
  expect(fact('Does not need it any more')).toBe('2')
  expect(olga.text).toContain('Noor Haddad, Kilden (before: 31 March 2026)')
  expect((await rows())[0]?.lastOn).toBeNull()
  await olga.press('End the requirement')
  expect(olga.text).toContain('The requirement ends on the day you chose.')
  expect(olga.text).toContain('No requirement is in force now.')
  expect((await rows())[0]?.lastOn).toBe('2026-03-04')
})

test('nobody but the association finds these pages', async () => {
  const urls = ['/requirements', '/requirements/new', '/requirements/preview', '/requirements/ending']
  for (const who of ['ines', 'marco', 'ada', 'pernille'] as const) {
    const cookie = await cookieOf(house, cast[who])
    for (const url of urls) expect((await app.inject({ url, headers: { cookie } })).statusCode).toBe(404)
  }
})

test('Ines reads what is due when and why', async () => {
  await ask(any(30))
  await olga.press('Set the requirement')
  const ines = openBrowser(app, { cookie: await cookieOf(house, cast.ines) })
  await ines.open('/learning')
  expect(ines.text).toContain(
    'Deadline: 31 March 2026. That is 30 days after the first day in the job at Havnen, 1 March 2026.',
  )
  expect(await employmentsOf(house.db, cast.ines, '2026-03-01')).toHaveLength(1)
})
