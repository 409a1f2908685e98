import { afterAll, beforeAll, expect, test } from 'vitest'
import { aboutNobody } from '#account/about-nobody.ts'
import { kept } from '#account/kept.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

/** Of the database itself, not of the application. */
const inner = ['probe', 'kysely_migration', 'kysely_migration_lock']

const tables = async () =>
  (await house.db.introspection.getTables()).filter((table) => !inner.includes(table.name) && !table.isView)

test('every table is either told in what a person gets, or keeps nothing about a person', async () => {
  const decided = [...Object.keys(kept), ...Object.keys(aboutNobody)].sort()
  expect((await tables()).map((table) => table.name).sort()).toEqual(decided)
})

test('every column of what is told is told or left out for a reason, once', async () => {
  for (const { name, columns } of await tables()) {
    const table = kept[name as keyof typeof kept]
    if (!table) continue
    const decided = [...table.told, ...Object.keys(table.leftOut)].sort()
    expect([name, decided]).toEqual([name, columns.map((column) => column.name).sort()])
  }
})

/** Columns that name a person, whatever else they are called. */
const namesSomebody = /^(person_id|.*_by|actor_id|looker_id|holder_name|login|former_login|to_address|to_name)$/

test('a table about nobody names at most who wrote it down', async () => {
  for (const { name, columns } of await tables()) {
    if (!(name in aboutNobody)) continue
    const naming = columns.map((column) => column.name).filter((column) => namesSomebody.test(column))
    expect([name, naming.filter((column) => !/_by$/.test(column))]).toEqual([name, []])
  }
})

test('every reference to a person in the schema is a way by which the export finds rows, or left out with a reason', async () => {
  for (const { name, columns } of await tables()) {
    const table = kept[name as keyof typeof kept]
    const ties = (table?.of ?? []).map(([column]) => column)
    for (const { name: column } of columns) {
      if (!/^(person_id|used_by|one_id|other_id)$/.test(column) || name === 'looks') continue
      expect([name, column, ties.includes(column)]).toEqual([name, column, true])
    }
  }
})
