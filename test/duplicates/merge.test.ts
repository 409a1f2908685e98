import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { seededChance } from '#base/chance.ts'
import { playCourse } from '#demo/play-course.ts'
import { mergePeople } from '#duplicates/merge-people.ts'
import { tellApart } from '#duplicates/tell-apart.ts'
import { addPerson } from '#people/add-person.ts'
import { appointRole } from '#people/appoint-role.ts'
import { joinVenue } from '#people/join-venue.ts'
import { clockwork } from '#policy.ts'
import { openBrowser } from '../support/browser.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

let house: TestHouse
let app: FastifyInstance
let cast: Cast
/** Ines joined again, at Kilden, with her number instead of her address. */
let ina: string

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  ina = await house.as(clockwork, (work) =>
    addPerson(work, { name: 'Ines Sorensen', login: '+4520123456', passwordHash: 'hash', language: 'da' }),
  )
  await house.as(self(ina), (work) => joinVenue(work, { personId: ina, venueId: cast.kilden, job: 'floor' }))
  app = await buildApp(house)
})
afterEach(async () => {
  await app.close()
  await house.close()
})

const self = (personId: string) => ({ personId, roles: [], manages: [] })
const learn = (personId: string, modules: number) =>
  house.as(self(personId), (work) =>
    playCourse(work, { courseId: 'grundkursus', modules, stumbles: false, chance: seededChance(3) }),
  )
const merge = (keptId = cast.ines, goesId = ina, who = cast.olga) =>
  house.as(who, (work) => mergePeople(work, { keptId, goesId }))
const browserOf = async (personId: string) => openBrowser(app, { cookie: await cookieOf(house, personId) })
const certificatesOf = (personId: string) =>
  house.db.selectFrom('certificates').select('number').where('person_id', '=', personId).execute()

test('nothing is lost: employments, certificates and what was learned are with the one who stays', async () => {
  await learn(ina, 2)
  const [certificate] = await certificatesOf(ina)
  house.at('2026-11-23T12:00:00Z')
  await merge()
  expect(await certificatesOf(cast.ines)).toEqual([certificate])
  const jobs = await house.db
    .selectFrom('employment_facts')
    .select(['venue_id', 'job'])
    .where('person_id', '=', cast.ines)
    .where('superseded_at', 'is', null)
    .orderBy('job')
    .execute()
  expect(jobs).toEqual([
    { venue_id: cast.havnen, job: 'bar' },
    { venue_id: cast.kilden, job: 'floor' },
  ])
  const ines = await browserOf(cast.ines)
  await ines.open(`/certificates/${certificate?.number}`)
  expect(ines.status).toBe(200)
})

test('one module learned on each record makes the whole course, and the certificate is issued', async () => {
  await learn(cast.ines, 1)
  await house.as(self(ina), async (work) => {
    const play = { courseId: 'grundkursus', modules: 2, stumbles: false, chance: seededChance(3) }
    await playCourse(work, play)
  })
  const second = await house.db
    .selectFrom('attempts')
    .select('module_id')
    .where('person_id', '=', cast.ines)
    .where('passed_at', 'is not', null)
    .execute()
  expect(second).toHaveLength(1)
  await merge()
  expect(await certificatesOf(cast.ines)).toHaveLength(1)
})

test('half of the course here and the other half there: together it is all of it', async () => {
  await learn(cast.ines, 1)
  await learn(ina, 1)
  const other = await house.db.selectFrom('attempts').select(['id', 'module_id']).where('person_id', '=', ina).execute()
  for (const { id } of other)
    await house.db.updateTable('attempts').set({ module_id: 'first-aid-other' }).where('id', '=', id).execute()
  await merge()
  const modules = await house.db
    .selectFrom('attempts')
    .select('module_id')
    .where('person_id', '=', cast.ines)
    .orderBy('module_id')
    .execute()
  expect(modules.map((one) => one.module_id)).toEqual(['first-aid-other', 'police'])
})

test('only the kept login opens the account, and the record that went leads to it', async () => {
  const before = await cookieOf(house, ina)
  await merge()
  const gone = await house.db.selectFrom('people').selectAll().where('id', '=', ina).executeTakeFirstOrThrow()
  expect(gone).toMatchObject({
    login: null,
    password_hash: null,
    former_login: '+4520123456',
    merged_into_id: cast.ines,
  })
  const { statusCode } = await app.inject({ url: '/learning', headers: { cookie: before } })
  expect(statusCode).toBe(303)
})

test('the merge is written down for both, and the person is told', async () => {
  await merge()
  const events = await house.db
    .selectFrom('audit_events')
    .select(['actor_id', 'person_id', 'particulars'])
    .where('action', '=', 'person.merged')
    .orderBy('person_id')
    .execute()
  const particulars = JSON.stringify({ kept: cast.ines, closed: ina, certificates: 0 })
  expect(events).toEqual([cast.ines, ina].sort().map((person_id) => ({ actor_id: cast.olga, person_id, particulars })))
  const told = await house.db.selectFrom('notices').select('kind').where('person_id', '=', cast.ines).execute()
  expect(told).toContainEqual({ kind: 'people-merged' })
})

test('who holds a role cannot be the one that goes: nobody gets a role by merging', async () => {
  await house.as(clockwork, (work) => appointRole(work, { personId: ina, role: 'partner', venueId: null }))
  await expect(merge()).rejects.toThrow('holds a role')
  await merge(ina, cast.ines)
  expect((await house.actor(ina)).roles).toEqual(['partner'])
})

test.each(['marco', 'ada', 'pernille', 'noor', 'ines'] as const)('%s cannot merge anybody', async (who) => {
  await expect(merge(cast.ines, ina, cast[who])).rejects.toThrow('merge people')
  const browser = await browserOf(cast[who])
  await browser.open(`/duplicates/${cast.ines}/${ina}`)
  expect(browser.status).toBe(404)
})

test('twice is once: the second finds nobody to merge', async () => {
  await merge()
  await expect(merge()).rejects.toThrow('person')
})

test('the association finds them, compares them and merges them on the pages', async () => {
  const olga = await browserOf(cast.olga)
  await olga.open('/duplicates')
  expect(olga.text).toContain('Ines S')
  await olga.open(`/duplicates/${[cast.ines, ina].sort().join('/')}`)
  expect(olga.text).toContain('•••• 3456')
  await olga.submit('form[action$=merge]', { keep: cast.ines })
  expect(olga.status).toBe(422)
  expect(olga.text).toContain('Tick when you are sure')
  await olga.submit('form[action$=merge]', { keep: cast.ines, sure: 'yes' })
  expect(olga.status).toBe(200)
  expect(
    (await house.db.selectFrom('people').select('merged_into_id').where('id', '=', ina).executeTakeFirst())
      ?.merged_into_id,
  ).toBe(cast.ines)
})

test('told apart, they are not shown together again', async () => {
  await house.as(cast.olga, (work) => tellApart(work, [cast.ines, ina]))
  const olga = await browserOf(cast.olga)
  await olga.open('/duplicates')
  expect(olga.text).not.toContain('Ines S')
})
