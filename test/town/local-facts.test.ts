import { afterEach, beforeEach, expect, test } from 'vitest'
import { publishRevision } from '#courses/publish-revision.ts'
import { employmentsOf } from '#people/employment-store.ts'
import { endEmployment } from '#people/end-employment.ts'
import { joinVenue } from '#people/join-venue.ts'
import { clockwork } from '#policy.ts'
import { declaredFacts } from '#town/declared-facts.ts'
import { fillLocalFacts } from '#town/fill-local-facts.ts'
import { localFactsOf, localValuesFor, unfilledIn } from '#town/local-facts-store.ts'
import { localValues } from '#town/local-values.ts'
import { type Cast, settleCast } from '../support/cast.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { localCourse } from './local-course.ts'

let house: TestHouse
let cast: Cast

beforeEach(async () => {
  house = await openTestHouse()
  cast = await settleCast(house)
  await house.as(clockwork, (work) => publishRevision(work, localCourse))
})
afterEach(() => house.close())

const police = 'politi-direkte'
const fill = (who: string, venueId: string | null, text: { da?: string; en?: string }, key = police, seen?: string) =>
  house.as(who, (work) => fillLocalFacts(work, venueId, [{ key, seen: seen ?? null, ...text }]))
const valuesOf = (personId: string, language: 'da' | 'en' = 'en', day = '2026-11-22') =>
  localValuesFor(house.db, { personId, day, language })

test('the town fills in a fact for everybody, and a venue for its own people', async () => {
  await fill(cast.olga, null, { da: '12 34', en: '+45 12 34' })
  await fill(cast.marco, cast.havnen, { da: 'Poul, 55 55', en: 'Poul, +45 55 55' })
  expect((await valuesOf(cast.ines))[police]).toBe('Poul, +45 55 55')
  expect((await valuesOf(cast.noor))[police]).toBe('+45 12 34')
  expect((await valuesOf(cast.ada))[police]).toBe('+45 12 34')
})

test('a text missing in one language is that of the other', async () => {
  await fill(cast.olga, null, { da: 'tolv', en: '' })
  expect((await valuesOf(cast.noor, 'en'))[police]).toBe('tolv')
  await fill(cast.marco, cast.havnen, { en: 'twelve' })
  expect((await valuesOf(cast.ines, 'da'))[police]).toBe('twelve')
})

test('emptied in both languages it is gone, and who did it when is written down', async () => {
  await fill(cast.olga, null, { da: 'tolv', en: 'twelve' })
  house.at('2026-11-23T12:00:00Z')
  const [is] = await localFactsOf(house.db, null)
  await fill(cast.olga, null, { da: '', en: '' }, police, is?.id)
  expect(await localFactsOf(house.db, null)).toEqual([])
  expect(await valuesOf(cast.noor)).not.toHaveProperty(police)
  const rows = await house.db.selectFrom('local_facts').select(['value_da', 'superseded_at']).execute()
  expect(rows).toEqual([{ value_da: 'tolv', superseded_at: '2026-11-23T12:00:00.000Z' }])
  const events = await house.db
    .selectFrom('audit_events')
    .select(['action', 'actor_id', 'particulars'])
    .where('action', 'like', 'local-fact.%')
    .orderBy('at')
    .execute()
  expect(events).toEqual([
    { action: 'local-fact.filled', actor_id: cast.olga, particulars: '{}' },
    { action: 'local-fact.emptied', actor_id: cast.olga, particulars: '{}' },
  ])
})

test('nothing is written when nothing was changed, and what somebody else filled in since is not taken back', async () => {
  await fill(cast.olga, null, { da: 'gammel', en: 'old' })
  const [seen] = await localFactsOf(house.db, null)
  await fill(cast.olga, null, { da: 'ny', en: 'new' })
  await fill(cast.olga, null, { da: 'gammel', en: 'old' }, police, seen?.id)
  expect((await valuesOf(cast.noor))[police]).toBe('new')
  expect(await house.db.selectFrom('local_facts').select('id').execute()).toHaveLength(2)
})

test('whoever works at two venues that say different things reads both by name, on the days when that is so', async () => {
  house.at('2026-11-25T12:00:00Z')
  const employment = await house.as(cast.ines, (work) =>
    joinVenue(work, { personId: cast.ines, venueId: cast.kilden, job: 'bar' }),
  )
  await fill(cast.olga, cast.havnen, { da: 'ved kajen' }, 'moedested')
  await fill(cast.olga, cast.kilden, { da: 'ved springvandet' }, 'moedested')
  await fill(cast.olga, null, { da: 'tolv' })
  const values = await valuesOf(cast.ines, 'da', '2026-11-25')
  expect(values).toEqual({
    moedested: 'Havnen: ved kajen; Kilden: ved springvandet',
    [police]: 'tolv',
    'stedets-adresse': 'Havnen: Kajen 1; Kilden: Torvet 2',
  })
  expect((await valuesOf(cast.ines, 'da', '2026-11-24')).moedested).toBe('ved kajen')
  await house.as(cast.olga, (work) => endEmployment(work, employment, '2026-11-25'))
  expect((await valuesOf(cast.ines, 'da', '2026-11-26')).moedested).toBe('ved kajen')
})

test('the venue’s own address stands until the venue writes another', async () => {
  expect((await valuesOf(cast.ines))['stedets-adresse']).toBe('Kajen 1')
  expect(await valuesOf(cast.ada)).not.toHaveProperty('stedets-adresse')
  await fill(cast.marco, cast.havnen, { da: 'Kajen 1, porten' }, 'stedets-adresse')
  expect((await valuesOf(cast.ines))['stedets-adresse']).toBe('Kajen 1, porten')
})

test('venues that say the same are not named, and one that says nothing is left out', () => {
  const at = (id: string) => ({ id, name: id.toUpperCase(), address: '' })
  const says = (venueId: string | null, da: string) => ({ key: 'k', venueId, da, en: '' })
  const both = [at('a'), at('b')]
  expect(localValues([says('a', 'x'), says('b', 'x')], both, 'da')).toEqual({ k: 'x' })
  expect(localValues([says('a', 'x')], both, 'da')).toEqual({ k: 'A: x' })
  expect(localValues([says('a', 'x'), says(null, 'y')], both, 'da')).toEqual({ k: 'A: x; B: y' })
  expect(localValues([says('a', 'x'), says(null, 'x')], both, 'da')).toEqual({ k: 'x' })
  expect(localValues([says('c', 'x')], both, 'da')).toEqual({})
})

test('only the association fills in for the town, and only its manager or the association for a venue', async () => {
  for (const who of [cast.marco, cast.ada, cast.pernille, cast.ines])
    await expect(fill(who, null, { da: 'x' })).rejects.toThrow()
  for (const who of [cast.ada, cast.pernille, cast.ines, cast.marco])
    await expect(fill(who, cast.kilden, { da: 'x' })).rejects.toThrow()
  expect(await house.db.selectFrom('local_facts').select('id').execute()).toEqual([])
})

test('a course says what it leaves open and where it says it', async () => {
  const [first] = declaredFacts([localCourse])
  expect(first).toMatchObject({ key: police, label: { en: 'Police number' }, neutral: { en: 'ask your manager' } })
  const places = first?.usedIn.map(({ module, part }) => [module.en, typeof part === 'string' ? part : part.en])
  expect(places).toEqual([
    ['Module police', 'Page why'],
    ['Module police', 'At the door'],
    ['Module police', 'quiz'],
  ])
  expect((await unfilledIn(house.db, [localCourse])).map(({ key }) => key)).toEqual([police])
  await fill(cast.olga, null, { da: 'tolv' })
  expect(await unfilledIn(house.db, [localCourse])).toEqual([])
})

test('an erased person’s name is gone from what was filled in; the text stays', async () => {
  await fill(cast.marco, cast.havnen, { da: 'tolv' })
  await house.db.updateTable('people').set({ name: null }).where('id', '=', cast.marco).execute()
  expect(await localFactsOf(house.db, cast.havnen)).toMatchObject([{ da: 'tolv', byName: null }])
})

const joined = (personId: string) => employmentsOf(house.db, personId, '2026-11-22')
test('whoever has only just joined and is not confirmed reads the right address too', async () => {
  expect((await joined(cast.ines))[0]?.confirmed).toBe(false)
  expect((await valuesOf(cast.ines))['stedets-adresse']).toBe('Kajen 1')
})
