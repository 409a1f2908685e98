import { afterEach, beforeEach, expect, test } from 'vitest'
import { erasePerson } from '#account/erase-person.ts'
import { readTown } from '#coverage/town-store.ts'
import { readStaff } from '#coverage/venue-store.ts'
import { appointRole } from '#people/appoint-role.ts'
import { actorOn } from '#people/role-store.ts'
import { clockwork } from '#policy.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import { earn } from '../certificates/earned.ts'
import { passModule } from '../learning/run.ts'
import { post } from '../signin/post.ts'
import { type AccountTown, openAccountTown, password } from './settle.ts'

let town: AccountTown
beforeEach(async () => {
  town = await openAccountTown()
})
afterEach(() => town.close())

const sure = { sure: 'Yes, delete my account for good' }
const isThere = async (who: 'ines' | 'olga' = 'ines') => {
  const person = town.house.db.selectFrom('people').select('name').where('id', '=', town.cast[who])
  return (await person.executeTakeFirstOrThrow()).name !== null
}

test('before Ines leaves she reads what happens to her certificate, her job and what stays', async () => {
  await earn(town.house, town.cast, town.cast.ines)
  const ines = await (await town.browserOf('ines')).open('/account/leave')
  for (const said of [
    'Basic course, otherwise valid to the end of 22 November 2028.',
    'withdrawn at the holder’s request',
    'Your job at Havnen. Today is the last day.',
    'deleted after 35 days',
  ])
    expect(ines.text).toContain(said)
})

test('with a tick and her password she is gone: signed out everywhere, the certificate withdrawn, the login free', async () => {
  const number = await earn(town.house, town.cast, town.cast.ines)
  const other = await town.browserOf('ines')
  const ines = await (await town.browserOf('ines')).open('/account/leave')
  await ines.press('Delete my account', { ...sure, password })
  expect([ines.url, ines.heading]).toEqual(['/account/gone', 'Your account is deleted'])
  expect(ines.html).not.toContain('Signed in as')
  expect((await other.open('/account')).url).toMatch(/^\/sign-in/)
  const { body } = await town.app.inject(`/verify/${number}?lang=en`)
  expect(body).toMatch(/data-state="withdrawn"[\s\S]*The holder withdrew the certificate on 22 November 2026/)
  expect(body).not.toContain('Ines')
  const again = await post(town.app, '/sign-in', { login: 'ines@example.dk', password })
  expect(again.statusCode).toBe(422)
})

test('without the tick, or with a wrong password, nothing happens and the tick stays', async () => {
  const ines = await (await town.browserOf('ines')).open('/account/leave')
  await ines.press('Delete my account', { password })
  expect([ines.status, ines.text.includes('Tick the box if you are sure.')]).toEqual([422, true])
  await ines.press('Delete my account', { ...sure, password: 'not it at all' })
  expect(ines.status).toBe(422)
  expect(ines.page.querySelector('input[name=sure]')?.hasAttribute('checked')).toBe(true)
  expect(ines.html).not.toContain('not it at all')
  expect(await isThere()).toBe(true)
})

test('after many wrong passwords the right one has to wait', async () => {
  const cookie = await town.cookieOf('ines')
  for (let n = 0; n < 5; n++)
    await post(town.app, '/account/leave', { sure: 'yes', password: `wrong ${n}` }, { cookie })
  expect((await post(town.app, '/account/leave', { sure: 'yes', password }, { cookie })).statusCode).toBe(429)
  expect(await isThere()).toBe(true)
})

test('Olga, the last of the association, reads why not; once there is another she can', async () => {
  const olga = await (await town.browserOf('olga')).open('/account/leave')
  expect(olga.text).toContain('You are the last member of the association.')
  expect(olga.has('input[name=password]')).toBe(false)
  const cookie = await town.cookieOf('olga')
  expect((await post(town.app, '/account/leave', { sure: 'yes', password }, { cookie })).statusCode).toBe(409)
  expect(await isThere('olga')).toBe(true)

  const { house, cast } = town
  await house.as(clockwork, (work) => appointRole(work, { personId: cast.ada, role: 'association', venueId: null }))
  await olga.open('/account/leave')
  await olga.press('Delete my account', { ...sure, password })
  expect(olga.url).toBe('/account/gone')
})

test('of two last members who leave at once one stays', async () => {
  const { house, cast } = town
  await house.as(clockwork, (work) => appointRole(work, { personId: cast.ines, role: 'association', venueId: null }))
  const leave = async (who: 'olga' | 'ines') =>
    post(town.app, '/account/leave', { sure: 'yes', password }, { cookie: await town.cookieOf(who) })
  const answers = await Promise.all([leave('olga'), leave('ines')])
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([303, 409])
  expect([await isThere('olga'), await isThere('ines')].sort()).toEqual([false, true])
})

test('figures of days gone by stay as they were, as known then and as known now; today she is the nameless one', async () => {
  const { house, cast } = town
  await house.as(clockwork, (work) =>
    setRequirement(work, { job: 'any', courseId: 'grundkursus', days: 0, countsFromOn: '2026-11-22' }),
  )
  await earn(house, cast, cast.ines)
  house.at('2026-12-10T12:00:00Z')
  const when = (on: string, knownAt = house.clock().toISOString()) => ({ on, knownAt })
  const days = ['2026-11-22', '2026-11-30', '2026-12-09']
  const known = house.clock().toISOString()
  const before = await Promise.all(days.map((on) => readTown(house.db, when(on))))
  house.at('2026-12-10T13:00:00Z')
  await house.as(cast.ines, (work) => erasePerson(work, cast.ines))
  for (const [place, on] of days.entries())
    for (const knownAt of [known, house.clock().toISOString()])
      expect([on, knownAt, await readTown(house.db, when(on, knownAt))]).toEqual([on, knownAt, before[place]])

  const today = await readStaff(house.db, cast.havnen, when('2026-12-10'))
  expect(today.find((one) => one.personId === cast.ines)?.standing).toBe('late')
  const tomorrow = await readStaff(house.db, cast.havnen, when('2026-12-11'))
  expect(tomorrow.map((one) => one.personId)).not.toContain(cast.ines)
  const marco = await (await town.browserOf('marco')).open('/venues/havnen?on=2026-12-09')
  expect(marco.html).not.toContain('Ines')
  const sheet = await marco.open('/venues/havnen.csv?on=2026-12-09')
  expect(sheet.html).not.toContain('Ines')
})

test('answers go, that she tried and how many were right stays', async () => {
  const { house, cast } = town
  await passModule(house, cast.ines, 'police')
  await house.as(cast.ines, (work) => erasePerson(work, cast.ines))
  expect(await house.db.selectFrom('answers').selectAll().execute()).toEqual([])
  const attempts = await house.db.selectFrom('attempts').select(['right_count', 'question_count']).execute()
  expect(attempts).toEqual([{ right_count: 5, question_count: 5 }])
})

test('roles end with the account, and a second erasing changes nothing', async () => {
  const { house, cast } = town
  await house.as(cast.marco, (work) => erasePerson(work, cast.marco))
  expect((await actorOn(house.db, cast.marco, '2026-11-22')).roles).toEqual([])
  const count = async () => (await house.db.selectFrom('audit_events').select('id').execute()).length
  const lines = await count()
  await house.as(clockwork, (work) => erasePerson(work, cast.marco))
  expect(await count()).toBe(lines)
})

test('nobody erases another, the association neither; the house may, even the last of the association', async () => {
  const { house, cast } = town
  for (const who of [cast.olga, cast.marco, cast.noor])
    await expect(house.as(who, (work) => erasePerson(work, cast.ines))).rejects.toMatchObject({ code: 'not-found' })
  await house.as(clockwork, (work) => erasePerson(work, cast.olga))
  expect(await isThere('olga')).toBe(false)
})
