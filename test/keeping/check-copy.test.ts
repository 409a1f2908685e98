import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { inWork } from '#db/work.ts'
import { checkCopy, hashOf } from '#keeping/check-copy.ts'
import { verifyCopy } from '#keeping/verify-copy.ts'
import { openVenue } from '#people/open-venue.ts'
import { clockwork } from '#policy.ts'
import { newFolder, openTown } from './folder.ts'

/** A copy of a town with one venue. */
async function aCopy(): Promise<string> {
  const { house, dataDir } = await openTown()
  await inWork(house, clockwork, (work) =>
    openVenue(work, { slug: 'havnen', name: 'Havnen', kind: 'bar', address: 'Kajen 1' }),
  )
  const file = join(dataDir, 'copy.db')
  await house.copyTo(file)
  return file
}

test('a copy is one file that needs nothing beside it, and what is in it is counted', async () => {
  const file = await aCopy()
  const checked = checkCopy(file)
  expect(checked).toMatchObject({ town: { demo: false }, sha256: hashOf(file), bytes: readFileSync(file).length })
  expect(checked.rows).toMatchObject({ venues: 1, partnership: 1, people: 0 })
  for (const beside of ['-wal', '-shm', '-journal']) expect(existsSync(file + beside)).toBe(false)
  expect(await verifyCopy(file)).toEqual(checked)
})

test.each([
  ['overwritten', (bytes: Buffer) => bytes.fill(0, 4096 * 3, 4096 * 6), /damaged/],
  ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 4096 * 4), /damaged/],
  ['no database', () => Buffer.from('Dear operator, '.repeat(1000)), /not a database/],
  ['empty', () => Buffer.alloc(0), /not a database of Trygt Natteliv/],
])('a file that is %s is refused with its name', async (_how, change, says) => {
  const file = await aCopy()
  checkCopy(file)
  writeFileSync(file, change(readFileSync(file)))
  expect(() => checkCopy(file)).toThrow(says)
  expect(() => checkCopy(file)).toThrow(file)
  await expect(verifyCopy(file)).rejects.toThrow(says)
})

test('a database of somebody else is refused', () => {
  const file = join(newFolder(), 'theirs.db')
  const database = new Database(file)
  database.exec('create table people (id text)')
  database.close()
  expect(() => checkCopy(file)).toThrow('not a database of Trygt Natteliv')
})

test('rows that lead to rows that are not there are refused', async () => {
  const file = await aCopy()
  const database = new Database(file)
  database.pragma('foreign_keys = OFF')
  database.exec("insert into join_codes values ('abcd', 'no-such-venue', '2026-11-22T12:00:00.000Z', null)")
  database.close()
  expect(() => checkCopy(file)).toThrow('1 rows lead to rows that are not there')
})

test('a folder in the place of a file is refused in words', () => {
  const folder = join(newFolder(), 'copy.db')
  mkdirSync(folder)
  expect(() => checkCopy(folder)).toThrow(folder)
})
