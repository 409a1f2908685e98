import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { buildApp } from '#app.ts'
import { newId } from '#base/ids.ts'
import { openBrowser } from '../support/browser.ts'
import { settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { cookieOf } from '../support/sign-in.ts'

/** Lets the database grow no more, and fills the room there is in what every change writes to. */
async function fillDisk({ db }: TestHouse): Promise<void> {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(db)
  for (let full = false; !full; )
    await sql`insert into audit_events values (${newId()}, '2026-11-22T12:00:00.000Z', 'x', 'x', 'x', null, null, '{}')`
      .execute(db)
      .catch((error: { code?: string }) => {
        full = error.code === 'SQLITE_FULL'
      })
}

const freeDisk = ({ db }: TestHouse) => sql`pragma max_page_count = 1000000`.execute(db)

test('on a full disk what changes something is refused in words, everything can be read, and it comes back by itself', async () => {
  const house = await openTestHouse()
  const cast = await settleCast(house)
  const app = await buildApp(house)
  onTestFinished(async () => {
    await app.close()
    await house.close()
  })
  const ines = openBrowser(app, { cookie: await cookieOf(house, cast.ines) })
  await ines.open('/learning/grundkursus/police/why')
  const before = await house.db.selectFrom('page_readings').selectAll().execute()

  await fillDisk(house)
  house.at('2026-11-22T14:30:00Z')
  await ines.submit('main form')
  expect(ines.status).toBe(503)
  expect(ines.heading).toBe('It was not saved')
  expect(await house.db.selectFrom('page_readings').selectAll().execute()).toEqual(before)
  for (const address of ['/learning', '/learning/grundkursus/police/why', '/', '/verify']) {
    await ines.open(address)
    expect([address, ines.status]).toEqual([address, 200])
  }

  await freeDisk(house)
  await ines.open('/learning/grundkursus/police/why')
  await ines.submit('main form')
  expect(ines.status).toBe(200)
  expect(await house.db.selectFrom('page_readings').selectAll().execute()).toHaveLength(before.length + 1)
})
