import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { seededChance } from '#base/chance.ts'
import { playCourse } from '#demo/play-course.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'
import { fillPath, parametersOf, siteMap } from '../support/site-map.ts'

let house: TestHouse
let app: FastifyInstance
let cast: Cast
/** What is Ines', or Havnen's, by the name of the parameter; and the same with something that does not exist. */
let theirs: Record<string, string>
let nowhere: Record<string, string>

beforeAll(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  const ines = { personId: cast.ines, roles: [], manages: [] }
  const play = { courseId: 'grundkursus', modules: 2, stumbles: false, chance: seededChance(3) }
  await house.as(ines, (work) => playCourse(work, play))
  theirs = {
    id: (await house.db.selectFrom('attempts').select('id').executeTakeFirstOrThrow()).id,
    number: (await house.db.selectFrom('certificates').select('number').executeTakeFirstOrThrow()).number,
    venue: 'havnen',
    employment: (
      await house.db.selectFrom('employments').select('id').where('person_id', '=', cast.ines).executeTakeFirstOrThrow()
    ).id,
    n: '1',
  }
  nowhere = { id: 'id_999999', number: '0'.repeat(26), venue: 'nowhere', employment: 'id_999998', n: '1' }
  app = await buildApp(house)
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await house.close()
})

/** Anybody's: course text for whoever is signed in, secrets that are their own key, and what is public on purpose. */
const anybodys = new Set(['course', 'module', 'page', 'step', 'revision', 'file', 'code', 'token'])
const isPublic = (path: string) => /^\/(v|verify)\//.test(path)

const guarded = () =>
  siteMap(app).filter(({ path }) => parametersOf(path).some((name) => !anybodys.has(name)) && !isPublic(path))

const ask = async (who: string, method: string, url: string) => {
  const cookie = await cookieOf(house, who)
  const type = method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
  const answer = await app.inject({ method: method as 'GET', url, headers: { cookie, ...type }, payload: 'choice=0' })
  return { status: answer.statusCode, body: answer.body }
}

test('every route that names something of somebody is known to this test', () => {
  expect(guarded().length).toBeGreaterThan(8)
  expect(() => guarded().map(({ path }) => fillPath(path, theirs))).not.toThrow()
})

test.each(['noor', 'ada'] as const)('to %s nothing of Ines or Havnen exists, word for word', async (who) => {
  for (const { method, path } of guarded()) {
    const real = await ask(cast[who], method, fillPath(path, theirs))
    const made = await ask(cast[who], method, fillPath(path, nowhere))
    expect([method, path, real.status]).toEqual([method, path, 404])
    expect([method, path, real.body]).toEqual([method, path, made.body])
  }
})

test('the same addresses do answer their owner, so the test means something', async () => {
  const answers = await Promise.all([
    ask(cast.ines, 'GET', fillPath('/learning/attempts/:id/result', theirs)),
    ask(cast.ines, 'GET', fillPath('/certificates/:number', theirs)),
    ask(cast.marco, 'GET', fillPath('/venues/:venue', theirs)),
  ])
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200])
})

test('what Noor tried changed nothing', async () => {
  const before = await house.db.selectFrom('answers').selectAll().execute()
  for (const { method, path } of guarded()) if (method === 'POST') await ask(cast.noor, method, fillPath(path, theirs))
  expect(await house.db.selectFrom('answers').selectAll().execute()).toEqual(before)
  const events = await house.db.selectFrom('audit_events').select('action').where('actor_id', '=', cast.noor).execute()
  expect(
    events.map((event) => event.action).filter((action) => !/^(sign-in|person|employment)\./.test(action)),
  ).toEqual([])
})

test('a manager of Havnen and the association see no attempt and no certificate of Ines as their own', async () => {
  for (const who of [cast.marco, cast.olga])
    for (const path of ['/learning/attempts/:id/result', '/certificates/:number', '/certificates/:number.pdf'])
      expect((await ask(who, 'GET', fillPath(path, theirs))).status).toBe(404)
})
