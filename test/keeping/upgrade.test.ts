import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { seededChance } from '#base/chance.ts'
import { revokeCertificate } from '#certificates/revoke-certificate.ts'
import { sqlite } from '#db/dialect.ts'
import { migrateToLatest, migrationNames, migrationsUpTo } from '#db/migrate.ts'
import { databaseFile } from '#db/open.ts'
import { playCourse } from '#demo/play-course.ts'
import { readyFolder } from '#keeping/ready-folder.ts'
import { settleCast } from '../support/cast.ts'
import { lastLine, runCli } from '../support/cli.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { ourServer, type RunningServer, startServer } from '../support/server.ts'
import { ask, newFolder } from './folder.ts'

const oldest = '0008-coverage-indexes'
const servers: RunningServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.end('SIGKILL')
})

/** The cast, two certificates of which one was revoked, and everything that led to them. */
async function liveALittle(house: TestHouse): Promise<void> {
  const cast = await settleCast(house)
  const play = { courseId: 'grundkursus', chance: seededChance(5), modules: 2, stumbles: true }
  for (const personId of [cast.ines, cast.noor])
    await house.as({ personId, roles: [], manages: [] }, (work) => playCourse(work, play))
  const { number } = await house.db
    .selectFrom('certificates')
    .select('number')
    .where('person_id', '=', cast.noor)
    .executeTakeFirstOrThrow()
  await house.as(cast.olga, (work) => revokeCertificate(work, { number, reason: 'misuse' }))
}

type Rows = Readonly<Record<string, readonly object[]>>

const tablesOf = (database: Database.Database) =>
  database
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like 'kysely%'",
    )
    .pluck()
    .all() as string[]

/** Everything in a database file, as the tables of the oldest version have it. */
function rowsOf(file: string, columns: Readonly<Record<string, readonly string[]>>): Rows {
  const database = new Database(file, { readonly: true })
  const rows = Object.entries(columns).map(([table, names]) => {
    const list = names.map((name) => `"${name}"`).join(', ')
    return [table, database.prepare(`select ${list} from "${table}" order by 1, 2`).all() as object[]] as const
  })
  database.close()
  return Object.fromEntries(rows)
}

/** A folder with a database as version 0.1.0 left it, full of rows. */
async function oldFolder() {
  const house = await openTestHouse()
  await liveALittle(house)
  const dataDir = newFolder()
  const newest = join(dataDir, 'newest.db')
  await house.copyTo(newest)
  await house.close()

  const database = new Database(databaseFile(dataDir))
  database.pragma('journal_mode = WAL')
  await migrateToLatest(new Kysely({ dialect: sqlite(database) }), migrationsUpTo(oldest))
  database.exec(`attach '${newest}' as newest`)
  const columns: Record<string, string[]> = {}
  database.pragma('foreign_keys = OFF')
  for (const table of tablesOf(database)) {
    const names = (database.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name)
    columns[table] = names
    const list = names.map((name) => `"${name}"`).join(', ')
    database.exec(`insert or replace into "${table}" (${list}) select ${list} from newest."${table}"`)
  }
  expect(database.pragma('foreign_key_check')).toEqual([])
  database.close()
  rmSync(newest)
  return { dataDir, columns, before: rowsOf(databaseFile(dataDir), columns) }
}

const copiesIn = (dataDir: string) => readdirSync(join(dataDir, 'backups')).filter((name) => name.endsWith('.db'))

test('a town of the version before comes up with everything it had, after a copy was made', async () => {
  const { dataDir, columns, before } = await oldFolder()
  expect(before.certificates).toHaveLength(2)
  expect(before.answers?.length).toBeGreaterThan(5)
  const server = await startServer(ourServer, { DATA_DIR: dataDir })
  servers.push(server)
  await server.says(/Trygt Natteliv: /)
  for (const { number, holder_name } of before.certificates as { number: string; holder_name: string }[]) {
    const page = await (await fetch(`${server.url}/verify/${number}?lang=en`)).text()
    expect(page).toContain(holder_name)
    expect(page).toMatch(holder_name.startsWith('Noor') ? /revoked/i : /valid/i)
  }
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  expect(await server.end()).toBe(0)

  const file = databaseFile(dataDir)
  const after = rowsOf(file, columns)
  for (const table of Object.keys(columns).filter(
    (name) => !['probe', 'audit_events', 'revisions', 'course_sources'].includes(name),
  ))
    expect([table, after[table]]).toEqual([table, before[table]])
  for (const table of ['audit_events', 'revisions'])
    expect(after[table]).toEqual(expect.arrayContaining(before[table] as object[]))
  expect(ask(file, 'select max(name) from kysely_migration')).toBe(migrationNames().at(-1))
  expect(ask(file, 'select count(*) from pragma_foreign_key_check')).toBe(0)
  expect(ask(file, 'pragma integrity_check')).toBe('ok')
  expect(
    ask(
      file,
      "select count(*) from sqlite_master where type = 'index' and tbl_name = 'certificates' and sql like '%course_id%'",
    ),
  ).toBeGreaterThan(1)

  const [copy] = copiesIn(dataDir)
  expect(copiesIn(dataDir)).toHaveLength(1)
  expect(copy).toMatch(/^before-0009-running-a-town-\d{4}-/)
  expect(server.output()).toContain(copy)
  expect(rowsOf(join(dataDir, 'backups', copy as string), columns)).toEqual(before)
  expect(ask(join(dataDir, 'backups', copy as string), 'select max(name) from kysely_migration')).toBe(oldest)
})

test('a start that is repeated keeps one copy, and nothing that waits for it is migrated by asking for one', async () => {
  const { dataDir } = await oldFolder()
  const first = await readyFolder(dataDir)
  const { code, out } = await runCli(['backup'], { DATA_DIR: dataDir })
  expect([code, lastLine(out)]).toEqual([0, first?.file])
  expect(copiesIn(dataDir)).toHaveLength(1)
  expect(ask(databaseFile(dataDir), 'select max(name) from kysely_migration')).toBe(oldest)
})

test('a new folder, and a town that is up to date, are not copied', async () => {
  const dataDir = newFolder()
  expect(await readyFolder(dataDir)).toBeNull()
  const old = await oldFolder()
  const restored = await runCli(['restore', (await readyFolder(old.dataDir))?.file as string], { DATA_DIR: dataDir })
  expect(restored.code).toBe(0)
  expect(await readyFolder(dataDir)).toBeNull()
  expect(rowsOf(databaseFile(dataDir), old.columns).certificates).toEqual(old.before.certificates)
})

test('a database that is newer than the program is left alone, with one plain line', async () => {
  const { dataDir } = await oldFolder()
  const database = new Database(databaseFile(dataDir))
  database.exec("insert into kysely_migration values ('9999-later', '2030-01-01T00:00:00.000Z')")
  database.close()
  const before = readFileSync(databaseFile(dataDir))
  const server = await startServer(ourServer, { DATA_DIR: dataDir })
  servers.push(server)
  expect(await server.exit).toBe(1)
  expect(server.output().trim().split('\n')).toEqual([
    expect.stringContaining('newer than this program: it has 9999-later'),
  ])
  expect(readFileSync(databaseFile(dataDir)).equals(before)).toBe(true)
})
