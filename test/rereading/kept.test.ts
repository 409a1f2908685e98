import { afterEach, beforeEach, expect, test } from 'vitest'
import { erasePerson } from '#account/erase-person.ts'
import { gatherData } from '#account/gather-data.ts'
import { replaceCertificate } from '#certificates/replace-certificate.ts'
import { certificatesOf } from '#certificates/store.ts'
import { mergePeople } from '#duplicates/merge-people.ts'
import { addPerson } from '#people/add-person.ts'
import { changeName } from '#people/change-name.ts'
import { clockwork } from '#policy.ts'
import { doneFigures } from '#rereading/done-store.ts'
import { owedBy } from '#rereading/find-owed.ts'
import { passCourse, read, tryQuiz } from '../learning/run.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { aidHow, change, courseId, firstText, policeHow, shownTo, textNo } from './change.ts'

let house: TestHouse
let cast: Cast
const settle = async (on: 'sqlite' | 'postgres' = 'sqlite') => {
  house = await openTestHouse({ on, now: '2026-03-01T12:00:00Z' })
  cast = await settleCast(house, firstText)
}
beforeEach(() => settle())
afterEach(() => house.close())

const today = () => house.clock().toISOString().slice(0, 10)
const owed = (personId: string) => owedBy(house.db, personId, courseId, today())

test('a certificate with her new name owes what the old one did, and keeps what was read', async () => {
  await passCourse(house, cast.ines)
  await change(house, cast, textNo(2), [policeHow], '2026-04-01')
  const before = await owed(cast.ines)
  await house.as(cast.ines, (work) => changeName(work, { personId: cast.ines, name: 'Ines Holm' }))
  const replace = async () => {
    const [{ number = '' } = {}] = await certificatesOf(house.db, cast.ines)
    await house.as(cast.ines, (work) => replaceCertificate(work, number))
  }
  house.at('2026-03-10T12:00:00Z')
  await replace()
  expect(await owed(cast.ines)).toEqual(before)
  await read(house, cast.ines, 'police', 'how')
  await tryQuiz(house, cast.ines, 'police', { right: true })
  await house.as(cast.ines, (work) => changeName(work, { personId: cast.ines, name: 'Ines Lund' }))
  await replace()
  expect(await owed(cast.ines)).toBeNull()
  expect((await certificatesOf(house.db, cast.ines))[0]?.broughtUp).toMatchObject({ number: 2, on: '2026-03-10' })
})

test.each(['sqlite', 'postgres'] as const)(
  'on %s: two records of one person: what is owed, begun and read goes along; the export tells it, leaving ends it',
  async (on) => {
    if (on === 'postgres') await house.close().then(() => settle(on))
    const twin = { name: 'Ines Soerensen', login: 'ines.s@example.dk', passwordHash: 'none', language: 'da' as const }
    const goesId = await house.as(clockwork, (work) => addPerson(work, twin))
    await passCourse(house, goesId)
    const { revision } = await change(house, cast, textNo(2), [policeHow, aidHow], '2026-04-01')
    await read(house, goesId, 'aid', 'how')
    await house.as(cast.olga, (work) => mergePeople(work, { keptId: cast.ines, goesId }))
    expect(await owed(cast.ines)).toMatchObject({ pages: [aidHow, policeHow] })
    expect(await shownTo(house, cast.ines)).toMatchObject({ owed: 2, begun: true })
    await read(house, cast.ines, 'police', 'how')
    await tryQuiz(house, cast.ines, 'police', { right: true })
    expect(await owed(cast.ines)).toBeNull()

    const data = await gatherData(house.db, cast.ines, house.clock())
    expect(data.changed_pages_read).toMatchObject([{ number: 2, revision_id: revision.id }])
    const pages = [
      ['aid', 'how'],
      ['police', 'how'],
    ]
    expect(data.enrolments).toContainEqual(expect.objectContaining({ pages, renews: expect.any(String) }))
    const figures = () => doneFigures(house.db, revision.id, { today: today(), at: house.clock().toISOString() })
    expect(await figures()).toMatchObject({ people: 1, done: 1, late: 0 })
    await house.as(cast.ines, (work) => erasePerson(work, cast.ines))
    expect(await owed(cast.ines)).toBeNull()
    expect(await figures()).toMatchObject({ people: 0, done: 0 })
  },
)

test('in the middle of the course with both records, and behind with one: the open course counts, then the pages do', async () => {
  const twin = { name: 'Ines Soerensen', login: 'ines.s@example.dk', passwordHash: 'none', language: 'da' as const }
  const goesId = await house.as(clockwork, (work) => addPerson(work, twin))
  await passCourse(house, goesId)
  house.at('2026-03-02T12:00:00Z')
  await read(house, cast.ines, 'police', 'why')
  await change(house, cast, textNo(2), [aidHow], '2026-04-01')
  await house.as(cast.olga, (work) => mergePeople(work, { keptId: cast.ines, goesId }))
  expect(await shownTo(house, cast.ines)).toMatchObject({ number: 1, owed: 0, begun: true })
  await passCourse(house, cast.ines)
  expect(await shownTo(house, cast.ines)).toMatchObject({ number: 2, owed: 1, begun: false })
})

test('everybody who holds one is told once, in her own language, by letter where the login is an address', async () => {
  const people: string[] = []
  for (let n = 0; n < 120; n++) {
    const login = n % 2 === 0 ? `p${n}@example.dk` : `+45201234${String(n).padStart(2, '0')}`
    const language = n % 3 === 0 ? 'da' : 'en'
    people.push(
      await house.as(clockwork, (work) => addPerson(work, { name: `P ${n}`, login, passwordHash: 'none', language })),
    )
  }
  await passCourse(house, people[0] as string)
  const [row] = await house.db.selectFrom('certificates').selectAll().execute()
  if (!row) throw new Error('no certificate')
  for (const [n, person_id] of people.slice(1).entries())
    await house.db
      .insertInto('certificates')
      .values({ ...row, number: `N${n}`, person_id, enrolment_id: `e${n}` })
      .execute()
  expect((await change(house, cast, textNo(2), [aidHow], '2026-04-01')).told).toBe(120)
  const notices = await house.db.selectFrom('notices').selectAll().where('kind', '=', 'pages-changed').execute()
  expect(new Set(notices.map((one) => one.person_id)).size).toBe(120)
  const letters = await house.db.selectFrom('letters').selectAll().where('kind', '=', 'notice').execute()
  expect(letters.filter((one) => one.text?.includes('April 2026') || one.text?.includes('april 2026'))).toHaveLength(60)
  expect(letters.find((one) => one.to_address === 'p0@example.dk')?.text).toContain(
    '1 side i Basic course (da) er ændret',
  )
})
