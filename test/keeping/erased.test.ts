import { appendFileSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { erasePerson } from '#account/erase-person.ts'
import { movableClock } from '#base/clock.ts'
import { noteErased, readErased, writeErased } from '#db/erased.ts'
import { databaseFile } from '#db/open.ts'
import { inWork } from '#db/work.ts'
import { keepErased } from '#keeping/keep-erased.ts'
import { makeBackup } from '#keeping/make-backup.ts'
import { restoreCopy } from '#keeping/restore-copy.ts'
import { addPerson } from '#people/add-person.ts'
import { clockwork } from '#policy.ts'
import { closeTown, newFolder, openTown } from './folder.ts'

const clock = movableClock('2026-11-23T09:00:00Z')
const names = ['Ines Sørensen', 'Noor Haddad', 'Marco Rossi']

/** A town of three whose copy was made before Ines and Noor were erased; only Ines' erasing was noted beside the database. */
async function erasedSince() {
  const town = await openTown()
  const [ines, noor, marco] = (await inWork(town.house, clockwork, async (work) => {
    const add = (name: string) =>
      addPerson(work, { name, login: `${name.split(' ')[0]}@example.dk`, passwordHash: 'none', language: 'da' })
    return [await add(names[0] as string), await add(names[1] as string), await add(names[2] as string)]
  })) as [string, string, string]
  const { file } = await makeBackup(town.house, 'operator')
  for (const personId of [ines, noor])
    await inWork(town.house, { personId, roles: [], manages: [] }, (work) => erasePerson(work, personId))
  expect(noteErased(town.house, ines)).toBe(true)
  await closeTown(town)
  return { dataDir: town.dataDir, file, ines, noor, marco }
}

/** The names that stand anywhere in a folder's database. */
const namesIn = (dataDir: string) =>
  names.filter((name) => readFileSync(databaseFile(dataDir)).includes(Buffer.from(name)))

test('whoever was erased after the copy is erased again: by the list, and by the database that was there', async () => {
  const { dataDir, file, ines, noor } = await erasedSince()
  expect(names.filter((name) => readFileSync(file).includes(Buffer.from(name)))).toEqual(names)
  const restored = await restoreCopy({ dataDir, file, demo: false, clock })
  expect(restored).toMatchObject({ erasedAgain: 2, listed: true, asked: true })
  expect(namesIn(dataDir)).toEqual(['Marco Rossi'])
  expect(
    readErased(dataDir)
      .map((one) => one.personId)
      .sort(),
  ).toEqual([ines, noor].sort())
})

test('the list alone is enough where the database is lost, also beside the copies of another folder', async () => {
  const { dataDir, file } = await erasedSince()
  rmSync(databaseFile(dataDir))
  const elsewhere = newFolder()
  const restored = await restoreCopy({ dataDir: elsewhere, file, demo: false, clock })
  expect(restored).toMatchObject({ erasedAgain: 1, listed: true, asked: null })
  expect(namesIn(elsewhere)).toEqual(['Noor Haddad', 'Marco Rossi'])
  expect(readErased(elsewhere)).toHaveLength(1)
})

test('without any list it is said that there is none', async () => {
  const { dataDir, file } = await erasedSince()
  for (const lost of [databaseFile(dataDir), join(dataDir, 'erased.jsonl')]) rmSync(lost)
  expect(await restoreCopy({ dataDir, file, demo: false, clock })).toMatchObject({ erasedAgain: 0, listed: false })
})

test('restoring the same copy again erases the same people again', async () => {
  const { dataDir, file } = await erasedSince()
  for (let time = 0; time < 2; time++) {
    expect(await restoreCopy({ dataDir, file, demo: false, clock })).toMatchObject({ erasedAgain: 2 })
    expect(namesIn(dataDir)).toEqual(['Marco Rossi'])
  }
})

test('the list at a start is what it says and what the database says, each person once, and holds no name', async () => {
  const { dataDir, ines, noor } = await erasedSince()
  const town = await openTown(dataDir)
  appendFileSync(
    join(dataDir, 'erased.jsonl'),
    '{"personId":"long-ago","erasedAt":"2020-01-01T00:00:00.000Z"}\n{"perso',
  )
  await keepErased(town.house)
  expect(readErased(dataDir).map((one) => one.personId)).toEqual(['long-ago', ...[ines, noor].sort()])
  const text = readFileSync(join(dataDir, 'erased.jsonl'), 'utf8')
  expect(text).toMatch(/^(\{"personId":"[\w-]+","erasedAt":"[\dTZ:.-]+"\}\n){3}$/)
})

test('an erasing that cannot be noted is no failure, and the earliest instant is the one that is kept', () => {
  expect(noteErased({ config: { dataDir: '/nowhere' } as never, clock }, 'ines')).toBe(false)
  const folder = newFolder()
  const at = (day: number) => ({ personId: 'ines', erasedAt: `2026-11-0${day}T00:00:00.000Z` })
  writeErased(folder, [at(3), at(1), at(2)])
  expect(readErased(folder)).toEqual([at(1)])
})
