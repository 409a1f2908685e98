import { join } from 'node:path'
import Database from 'better-sqlite3'
import { readConfig } from '#config.ts'
import { databaseFile } from '#db/open.ts'
import { inWork } from '#db/work.ts'
import { addPerson } from '#people/add-person.ts'
import { appointRole } from '#people/appoint-role.ts'
import { foundPartnership } from '#people/found-partnership.ts'
import { clockwork } from '#policy.ts'
import { openHouse } from '../../src/open-house.ts'
import { ourServer, startServer } from '../support/server.ts'
import { cookieOf } from '../support/sign-in.ts'
import { fillTown, type TownSize } from './coverage-data.ts'
import { median } from './load.ts'
import { type Row, row } from './row.ts'

interface Case {
  work: string
  size: TownSize
  path: (venue: string) => string
  asked: string
}

const big: TownSize = { venues: 15, people: 30_000, certificatesPerPerson: 2 }
const small: TownSize = { venues: 15, people: 2_000, certificatesPerPerson: 2 }
const sheet: TownSize = { venues: 1, people: 1_000, certificatesPerPerson: 2, courses: 1, modules: 12 }
const sixCourses: TownSize = {
  venues: 1,
  people: 1_000,
  certificatesPerPerson: 12,
  courses: 6,
  required: 6,
  modules: 12,
}
const country: TownSize = { venues: 10_000, people: 300_000, certificatesPerPerson: 6 }

const cases: readonly Case[] = [
  { work: 'coverage-town', size: small, path: () => '/coverage', asked: '≤ 50 ms (2,000 people)' },
  { work: 'coverage-town-30000', size: big, path: () => '/coverage', asked: '≤ 50 ms (2,000 at each)' },
  { work: 'coverage-csv', size: sheet, path: (venue) => `/venues/${venue}.csv`, asked: '≤ 50 ms (one course)' },
  {
    work: 'coverage-csv-6-courses',
    size: sixCourses,
    path: (venue) => `/venues/${venue}.csv`,
    asked: '≤ 50 ms (six courses)',
  },
  { work: 'coverage-10000-venues', size: country, path: () => '/coverage?on=2026-03-01', asked: '≤ 1000 ms' },
  { work: 'coverage-one-of-10000', size: country, path: (venue) => `/venues/${venue}`, asked: '≤ 20 ms' },
]

/** A page of coverage with its HTML, alone on the server; bare is one plain scan of the same facts in the same database. */
export async function measureCoverage(folder: string): Promise<Row[]> {
  const rows: Row[] = []
  for (const one of cases)
    rows.push(await measure(one, join(folder, `coverage-${cases.findIndex((c) => c.size === one.size)}`)))
  return rows
}

async function measure({ work, size, path, asked }: Case, dataDir: string): Promise<Row> {
  const { cookie, venue } = await settle(dataDir, size)
  const server = await startServer(ourServer, { DATA_DIR: dataDir })
  try {
    await server.says(/Trygt Natteliv: /)
    const ask = async () => {
      const begin = performance.now()
      const answer = await fetch(server.url + path(venue), { headers: { cookie, 'accept-encoding': 'identity' } })
      await answer.text()
      if (answer.status !== 200) throw new Error(`${path(venue)} answers ${answer.status}: ${server.output()}`)
      return performance.now() - begin
    }
    await ask()
    const times: number[] = []
    for (let n = 0; n < 15; n++) times.push(await ask())
    return row(work, median(times), scan(dataDir), 'ms', asked)
  } finally {
    await server.end()
  }
}

/** The town and somebody of the association who is signed in; made once for each size. */
async function settle(dataDir: string, size: TownSize): Promise<{ cookie: string; venue: string }> {
  const house = await openHouse(readConfig({ DATA_DIR: dataDir }))
  const there = await house.db
    .selectFrom('people')
    .select('id')
    .where('login', '=', 'olga@example.dk')
    .executeTakeFirst()
  const olga = there?.id ?? (await fill())
  const cookie = await cookieOf(house, olga)
  const { slug } = await house.db.selectFrom('venues').select('slug').orderBy('slug').executeTakeFirstOrThrow()
  await house.close()
  return { cookie, venue: slug }

  async function fill(): Promise<string> {
    const database = new Database(databaseFile(dataDir))
    fillTown(database, size)
    database.close()
    return inWork(house, clockwork, async (work) => {
      await foundPartnership(work, { name: 'Stor by', demo: false })
      const person = { name: 'Olga Holm', login: 'olga@example.dk', passwordHash: 'none', language: 'da' } as const
      const personId = await addPerson(work, person)
      await appointRole(work, { personId, role: 'association', venueId: null })
      return personId
    })
  }
}

/** Milliseconds for one pass over who is employed where today with what certificate, by plain SQL. */
function scan(dataDir: string): number {
  const database = new Database(databaseFile(dataDir), { readonly: true })
  const query = database.prepare(`
    select venue_id, count(distinct person_id) as people, count(distinct covered) as covered from (
      select e.venue_id, e.person_id, c.person_id as covered from employment_facts e
      left join certificates c on c.person_id = e.person_id and c.last_on >= '2026-11-22'
      where e.superseded_at is null and e.first_on <= '2026-11-22' and (e.last_on is null or e.last_on >= '2026-11-22'))
    group by venue_id`)
  const times = Array.from({ length: 5 }, () => {
    const begin = performance.now()
    query.all()
    return performance.now() - begin
  })
  database.close()
  return median(times)
}
