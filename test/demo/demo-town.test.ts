import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { systemClock } from '#base/clock.ts'
import { addDays, dayOf } from '#base/dates.ts'
import { listedStateOn } from '#certificates/state.ts'
import { certificatesOf } from '#certificates/store.ts'
import { coursesFolder, readConfig } from '#config.ts'
import { listPublished } from '#courses/store.ts'
import { buildDemoTown } from '#demo/build-demo-town.ts'
import { cast } from '#demo/cast.ts'
import { demoLogin } from '#demo/live-life.ts'
import type { House } from '#house.ts'
import { findStanding } from '#learning/find-standing.ts'
import { findAccount } from '#people/store.ts'
import { listVenues } from '#people/venue-store.ts'
import { requiredOf } from '#requirements/store.ts'
import { trySignIn } from '#signin/try-sign-in.ts'
import { openHouse } from '../../src/open-house.ts'
import { ourServer, startServer } from '../support/server.ts'

let folder: string
let house: House
const said: string[] = []
const today = dayOf(systemClock())

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trygt-demo-'))
  await buildDemoTown(folder, coursesFolder, (line) => said.push(line))
  house = await openHouse(readConfig({ DATA_DIR: folder }, { demo: true }))
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true, force: true })
})

const idOf = async (key: string) => (await findAccount(house.db, demoLogin(key)))?.personId as string

test('it says how far it is while it is built', () => {
  expect(said).toHaveLength(10)
  expect(said[4]).toContain('50 %')
})

test('it has fifteen venues of every kind and about 160 people, some at two venues, some gone, some not yet confirmed', async () => {
  const venues = await listVenues(house.db)
  expect(venues).toHaveLength(15)
  expect(new Set(venues.map((venue) => venue.kind)).size).toBe(5)
  const people = await house.db.selectFrom('people').select('id').execute()
  expect(people.length).toBeGreaterThanOrEqual(155)
  const facts = await house.db.selectFrom('employment_facts').selectAll().where('superseded_at', 'is', null).execute()
  expect(facts.filter((fact) => fact.last_on !== null).length).toBeGreaterThan(8)
  expect(facts.filter((fact) => fact.confirmed_at === null).length).toBeGreaterThan(3)
  expect(facts.length).toBeGreaterThan(new Set(facts.map((fact) => fact.person_id)).size + 8)
})

test('certificates are valid, expiring, expired, renewed and missing, spread over the past two years', async () => {
  const people = await house.db.selectFrom('people').select('id').execute()
  const states = new Map<string, number>()
  for (const { id } of people) {
    const [newest, ...older] = await certificatesOf(house.db, id)
    for (const one of [newest, ...older]) {
      const state = one ? listedStateOn(one, today) : 'missing'
      states.set(state, (states.get(state) ?? 0) + 1)
    }
  }
  for (const state of ['valid', 'expiring', 'expired', 'missing'])
    expect([state, (states.get(state) ?? 0) > 2]).toEqual([state, true])
  const days = await house.db.selectFrom('certificates').select('issued_on').execute()
  expect(days.some((one) => one.issued_on < addDays(today, -650))).toBe(true)
  expect(days.some((one) => one.issued_on > addDays(today, -90))).toBe(true)
})

test('the cast is as agreed: Ines new and confirmed at Havnen, Noor half-way elsewhere, the rest with their roles', async () => {
  const ines = await idOf('ines')
  const [employed] = await house.db
    .selectFrom('employment_facts')
    .selectAll()
    .where('person_id', '=', ines)
    .where('superseded_at', 'is', null)
    .execute()
  expect(employed).toMatchObject({ job: 'bar', first_on: addDays(today, -3), confirmed_at: expect.any(String) })
  expect((await findStanding(house.db, ines, 'grundkursus', today)).enrolment).toBeNull()
  const noor = await idOf('noor')
  expect((await findStanding(house.db, noor, 'grundkursus', today)).enrolment).toMatchObject({ completedAt: null })
  for (const { key, role } of cast.filter((one) => one.role)) {
    const held = await house.db
      .selectFrom('role_facts')
      .select('role')
      .where('person_id', '=', await idOf(key))
      .execute()
    expect(held.map((fact) => fact.role)).toEqual([role])
  }
})

const everyone = ['grundkursus', 'husets-regler', 'tryg-for-alle']
const demands: readonly [key: string, courses: readonly string[]][] = [
  ['ines', [...everyone, 'ansvarlig-udskaenkning']],
  ['noor', [...everyone, 'ansvarlig-udskaenkning']],
  ['marco', [...everyone, 'vagtansvarlig', 'partnerskabet']],
  ['ada', []],
  ['olga', []],
  ['pernille', []],
]

test.each(demands)('the town asks of %s what the job needs and nothing else: %j', async (key, courses) => {
  const required = await requiredOf(house.db, await idOf(key), today)
  expect(required.map((one) => one.courseId).toSorted()).toEqual(courses.toSorted())
})

test('every course came into force on its own day: a year ago Marco needed the basic course alone', async () => {
  const marco = await idOf('marco')
  const on = async (daysAgo: number) =>
    (await requiredOf(house.db, marco, addDays(today, -daysAgo))).map((one) => one.courseId)
  expect(await on(365)).toEqual(['grundkursus'])
  expect((await on(271)).includes('tryg-for-alle')).toBe(false)
  expect((await on(270)).includes('tryg-for-alle')).toBe(true)
  expect(await on(61)).toHaveLength(4)
  expect(await on(60)).toHaveLength(5)
})

test('Ines has the days her job gives for each course, counted from her own first day', async () => {
  const due = new Map((await requiredOf(house.db, await idOf('ines'), today)).map((one) => [one.courseId, one.dueOn]))
  expect(due.get('grundkursus')).toBe(addDays(today, 27))
  expect(due.get('ansvarlig-udskaenkning')).toBe(addDays(today, 27))
  expect(due.get('tryg-for-alle')).toBe(addDays(today, 57))
  expect(due.get('husets-regler')).toBe(addDays(today, 57))
})

test('every course the town requires is published and has certificates of its own', async () => {
  const published = (await listPublished(house.db)).map((one) => one.courseId)
  expect(published.toSorted()).toEqual([...new Set(demands.flatMap(([, courses]) => courses))].toSorted())
  const earned = await house.db.selectFrom('certificates').select('course_id').distinct().execute()
  expect(earned.map((one) => one.course_id).toSorted()).toEqual(published.toSorted())
})

test('nothing was written past the rules: every certificate and every confirmation has its audit line', async () => {
  const count = async (action: string) =>
    (await house.db.selectFrom('audit_events').select('id').where('action', '=', action).execute()).length
  expect(await count('certificate.issued')).toBe(
    (await house.db.selectFrom('certificates').select('number').execute()).length,
  )
  expect(await count('attempt.submitted')).toBeGreaterThan(250)
  const later = await house.db
    .selectFrom('audit_events')
    .select('at')
    .where('at', '>', systemClock().toISOString())
    .execute()
  expect(later).toEqual([])
})

test('one click signs in as anybody of the cast, and only of the cast', async () => {
  const app = await buildApp(house)
  const click = (person: string) =>
    app.inject({
      method: 'POST',
      url: '/demo/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `person=${person}`,
    })
  for (const { key } of cast) expect((await click(key)).headers['set-cookie']).toMatch(/^session=/)
  for (const person of ['person-1', 'olga@demo.example', '', 'root']) expect((await click(person)).statusCode).toBe(404)
  expect((await app.inject('/')).body).toContain('DEMO')
  await app.close()
})

test('the demo is refused on a real town, and a real start on the demo', async () => {
  const real = await startServer(ourServer, { DATA_DIR: folder })
  expect(await real.exit).toBe(78)
  expect(real.output()).toContain('holds a demo town')

  const town = mkdtempSync(join(tmpdir(), 'trygt-real-'))
  const { settleOnDisk } = await import('../support/town-on-disk.ts')
  await settleOnDisk(town, 0)
  const demo = await startServer([...ourServer, '--demo'], { DATA_DIR: town })
  expect(await demo.exit).toBe(78)
  expect(demo.output()).toContain('holds a real town')
  rmSync(town, { recursive: true, force: true })
})

test('the demo is refused on a real folder that is not set up yet', async () => {
  const town = mkdtempSync(join(tmpdir(), 'trygt-new-'))
  await (await openHouse(readConfig({ DATA_DIR: town }))).close()
  const demo = await startServer([...ourServer, '--demo'], { DATA_DIR: town })
  expect(await demo.exit).toBe(78)
  expect(demo.output()).not.toContain('/setup/')
  rmSync(town, { recursive: true, force: true })
})

test('everybody has the password that the demo tells, so what asks for it again can be tried', async () => {
  const signIn = { login: demoLogin('olga'), password: 'demo', address: '192.0.2.1', mark: '' }
  expect((await trySignIn(house, signIn)).kind).toBe('in')
  const hashes = await house.db.selectFrom('people').select('password_hash').distinct().execute()
  expect(hashes).toHaveLength(1)
})
