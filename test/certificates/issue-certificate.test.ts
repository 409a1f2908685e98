import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashOfName, issueCertificate } from '#certificates/issue-certificate.ts'
import { parseNumber } from '#certificates/number.ts'
import { certificatesOf, getCertificate } from '#certificates/store.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { earn } from './earned.ts'

let house: TestHouse
let cast: Cast
beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
})
afterEach(() => house.close())

test('Ines gets a certificate with her name, the course as it stood and 24 months', async () => {
  const number = await earn(house, cast, cast.ines)
  expect(parseNumber(number)).toBe(number)
  const certificate = await getCertificate(house.db, number)
  expect(certificate).toMatchObject({ holderName: 'Ines Sørensen', issuedOn: '2026-11-22', lastOn: '2028-11-22' })
  expect(certificate.snapshot).toMatchObject({
    course: { id: 'grundkursus', title: { da: 'Basic course (da)', en: 'Basic course' } },
    revision: { id: cast.revision, number: 1 },
    partnership: 'Holstebro',
    demo: false,
  })
  expect(certificate.snapshot.modules.map((module) => [module.id, module.theoryOnly, module.reviewed])).toEqual([
    ['police', false, []],
    ['aid', true, []],
  ])
})

test('the snapshot holds no name; the hash proves the name to whoever knows it', async () => {
  const number = await earn(house, cast, cast.ines)
  const row = await house.db
    .selectFrom('certificates')
    .selectAll()
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  expect(row.snapshot).not.toContain('Ines')
  expect(row.name_sha256).toBe(hashOfName(row.name_salt, 'Ines Sørensen'))
  expect(row.name_sha256).not.toBe(hashOfName(row.name_salt, 'Ines Sorensen'))
})

test('issuing again for the same enrolment returns the same certificate', async () => {
  const earned = { personId: cast.ines, courseId: 'grundkursus', revisionId: cast.revision, enrolmentId: 'e1' }
  const first = await house.as(cast.ines, (work) => issueCertificate(work, earned))
  const again = await house.as(cast.ines, (work) => issueCertificate(work, earned))
  expect(again).toBe(first)
  expect(await certificatesOf(house.db, cast.ines)).toHaveLength(1)
})

test('nobody issues a certificate to somebody else', async () => {
  const earned = { personId: cast.ines, courseId: 'grundkursus', revisionId: cast.revision, enrolmentId: 'e1' }
  await expect(house.as(cast.noor, (work) => issueCertificate(work, earned))).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('it is written down who earned what, without a name', async () => {
  const number = await earn(house, cast, cast.ines)
  const event = await house.db
    .selectFrom('audit_events')
    .selectAll()
    .where('action', '=', 'certificate.issued')
    .executeTakeFirstOrThrow()
  expect(event).toMatchObject({ subject: number, person_id: cast.ines, actor_id: cast.ines })
  expect(event.particulars).not.toContain('Ines')
})

test('renewed while renewal is open it counts from the old last day; earned anew afterwards, from that day', async () => {
  const first = await earn(house, cast, cast.ines, '2026-11-22T12:00:00Z')
  const second = await earn(house, cast, cast.ines, '2028-10-01T12:00:00Z')
  const third = await earn(house, cast, cast.ines, '2031-01-01T12:00:00Z')
  const all = await certificatesOf(house.db, cast.ines)
  expect(all.map((one) => [one.number, one.lastOn])).toEqual([
    [third, '2033-01-01'],
    [second, '2030-11-22'],
    [first, '2028-11-22'],
  ])
  expect(all[2]?.later.map((one) => one.number)).toEqual([third, second])
})

test('just after midnight in Copenhagen the new day counts, though in London it is still the old one', async () => {
  const number = await earn(house, cast, cast.ines, '2027-06-30T22:00:00Z')
  expect(await getCertificate(house.db, number)).toMatchObject({ issuedOn: '2027-07-01', lastOn: '2029-07-01' })
})
