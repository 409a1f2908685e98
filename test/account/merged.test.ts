import { afterEach, expect, test } from 'vitest'
import { erasePerson } from '#account/erase-person.ts'
import { gatherData } from '#account/gather-data.ts'
import { mergePeople } from '#duplicates/merge-people.ts'
import { addPerson } from '#people/add-person.ts'
import { clockwork } from '#policy.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
let cast: Cast
afterEach(() => house.close())

/** Ines had two records; Olga made them one. */
async function settleMerged(on: 'sqlite' | 'postgres'): Promise<void> {
  house = await openTestHouse({ on })
  cast = await settleCast(house)
  const twin = { name: 'Ines Soerensen', login: 'ines.s@example.dk', passwordHash: 'none', language: 'da' as const }
  const goesId = await house.as(clockwork, (work) => addPerson(work, twin))
  await house.as(cast.olga, (work) => mergePeople(work, { keptId: cast.ines, goesId }))
}

test.each(['sqlite', 'postgres'] as const)(
  'on %s: what is kept of the record merged into hers is told as well',
  async (on) => {
    await settleMerged(on)
    const data = await gatherData(house.db, cast.ines, house.clock())
    expect(data.profile).toEqual([
      expect.objectContaining({ name: 'Ines Sørensen', login: 'ines@example.dk' }),
      expect.objectContaining({ name: 'Ines Soerensen', former_login: 'ines.s@example.dk' }),
    ])
  },
)

test.each(['sqlite', 'postgres'] as const)('on %s: erasing takes the record merged into hers along', async (on) => {
  await settleMerged(on)
  await house.as(cast.ines, (work) => erasePerson(work, cast.ines))
  const people = await house.db.selectFrom('people').selectAll().where('erased_at', 'is not', null).execute()
  expect(people).toHaveLength(2)
  for (const { name, search_name, login, former_login, password_hash } of people)
    expect([name, search_name, login, former_login, password_hash]).toEqual([null, null, null, null, null])
  const everything = await Promise.all(
    (['people', 'letters', 'notices', 'invitations', 'audit_events'] as const).map((table) =>
      house.db.selectFrom(table).selectAll().execute(),
    ),
  )
  for (const trace of ['Ines', 'ines@example.dk', 'ines.s@example.dk', 'Soerensen'])
    expect(JSON.stringify(everything)).not.toContain(trace)
})
