import { expect, test } from 'vitest'
import { buildApp } from '#app.ts'
import { seededChance } from '#base/chance.ts'
import { revokeCertificate } from '#certificates/revoke-certificate.ts'
import { playCourse } from '#demo/play-course.ts'
import { clockwork } from '#policy.ts'
import { setRequirement } from '#requirements/set-requirement.ts'
import { openBrowser } from '../support/browser.ts'
import { settleCast } from '../support/cast.ts'
import { openTestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

/** What each of the cast looks at, once everything has happened. */
const looks: readonly (readonly ['ines' | 'marco' | 'olga' | 'pernille' | 'noor', string])[] = [
  ['ines', '/learning'],
  ['ines', '/learning/grundkursus'],
  ['ines', '/learning/grundkursus/police/why'],
  ['ines', '/learning/grundkursus/police/quiz'],
  ['noor', '/learning'],
  ['marco', '/venues/havnen'],
  ['marco', '/venues/havnen?on=2026-12-24'],
  ['marco', '/venues/havnen.csv'],
  ['olga', '/coverage'],
  ['olga', '/coverage?on=2026-11-21&known=2026-11-21'],
  ['olga', '/coverage.csv'],
  ['olga', '/venues/kilden'],
  ['pernille', '/coverage'],
  ['pernille', '/venues/havnen'],
  ['noor', '/venues/havnen'],
]

/** The same happens in a house on each database: joining, learning, passing, confirming, revoking; then everybody looks. */
async function whatIsSeen(on: 'sqlite' | 'postgres'): Promise<string[]> {
  const house = await openTestHouse({ on })
  const cast = await settleCast(house)
  await house.as(clockwork, (work) =>
    setRequirement(work, { job: 'any', courseId: 'grundkursus', days: 30, countsFromOn: '2026-11-01' }),
  )
  const play = { courseId: 'grundkursus', chance: seededChance(5) }
  const self = (personId: string) => ({ personId, roles: [], manages: [] })
  await house.as(self(cast.ines), (work) => playCourse(work, { ...play, modules: 2, stumbles: true }))
  await house.as(self(cast.noor), (work) => playCourse(work, { ...play, modules: 2, stumbles: false }))
  const numbers = await house.db.selectFrom('certificates').select(['number', 'person_id']).execute()
  const numberOf = (person: string) => numbers.find((one) => one.person_id === person)?.number as string
  house.at('2026-11-23T12:00:00Z')
  await house.as(cast.olga, (work) => revokeCertificate(work, { number: numberOf(cast.noor), reason: 'misuse' }))

  const app = await buildApp(house)
  const marco = openBrowser(app, { cookie: await cookieOf(house, cast.marco) })
  await marco.open('/venues/havnen')
  await marco.submit('form[action$=confirmation]')
  const seen: string[] = [`${marco.status} ${marco.heading}`]
  for (const [who, address] of looks) {
    const browser = openBrowser(app, { cookie: await cookieOf(house, cast[who]) })
    await browser.open(address)
    seen.push(`${who} ${address} ${browser.status} ${address.includes('.csv') ? browser.html : browser.text}`)
  }
  for (const person of [cast.ines, cast.noor]) {
    const stranger = openBrowser(app)
    await stranger.open(`/verify/${numberOf(person)}`)
    seen.push(`${stranger.status} ${stranger.heading}`)
  }
  await app.close()
  await house.close()
  return seen
}

test('everybody sees the same on SQLite and on PostgreSQL', { timeout: 120_000 }, async () => {
  const here = await whatIsSeen('sqlite')
  expect(here.filter((line) => / 200 /.test(line)).length).toBeGreaterThan(13)
  expect(here.join('\n')).toContain('Ines Sørensen')
  expect(await whatIsSeen('postgres')).toEqual(here)
})
