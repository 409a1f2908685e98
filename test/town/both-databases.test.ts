import { expect, test } from 'vitest'
import { looksAt } from '#audit/looks-store.ts'
import { noteLook } from '#audit/note-look.ts'
import { ownLines } from '#audit/own-lines-store.ts'
import { auditLines, findNamed } from '#audit/store.ts'
import { changeLogo } from '#town/change-logo.ts'
import { fillLocalFacts } from '#town/fill-local-facts.ts'
import { localFactsOf, localValuesFor } from '#town/local-facts-store.ts'
import { readLogo } from '#town/read-logo.ts'
import { logoOf, townOf } from '#town/store.ts'
import { settleCast } from '../support/cast.ts'
import { openTestHouse } from '../support/house.ts'
import { pngOf } from './pictures.ts'

test.each(['sqlite', 'postgres'] as const)(
  'logo, local facts, looks and lines are the same on %s',
  async (on) => {
    const house = await openTestHouse({ on })
    const { olga, ines, marco, havnen } = await settleCast(house)
    const fill = (who: string, venueId: string | null, da: string) =>
      house.as(who, (work) => fillLocalFacts(work, venueId, [{ key: 'moedested', seen: null, da }]))
    house.at('2026-11-23T12:00:00Z')
    await fill(olga, null, 'torvet')
    await fill(marco, havnen, 'kajen')
    expect(await localFactsOf(house.db, havnen)).toMatchObject([{ da: 'kajen', byName: 'Marco Rossi' }])
    expect(await localValuesFor(house.db, { personId: ines, day: '2026-11-23', language: 'da' })).toEqual({
      moedested: 'kajen',
      'stedets-adresse': 'Kajen 1',
    })

    const read = await readLogo(await pngOf(30, 20))
    if (!read.ok) throw new Error(read.fault)
    for (let turn = 0; turn < 2; turn++) await house.as(olga, (work) => changeLogo(work, read.logo))
    const { logo } = await townOf(house.db)
    expect((await logoOf(house.db, logo as string))?.png.equals(read.logo.png)).toBe(true)

    for (let turn = 0; turn < 2; turn++)
      await noteLook({ ...house }, { actor: await house.actor(marco), kind: 'staff', venueId: havnen })
    expect(await looksAt(house.db, ines)).toMatchObject([{ on: '2026-11-23', by: 'manager', venueName: 'Havnen' }])

    const lines = await auditLines(house.db, { venueId: havnen, nouns: ['local-fact'], involving: [marco], most: 5 })
    expect(lines).toMatchObject([{ action: 'local-fact.filled', actorName: 'Marco Rossi' }])
    const [last] = lines
    expect(
      await auditLines(house.db, { before: last ?? null, nouns: ['local-fact'], from: '2026-11-23' }),
    ).toMatchObject([{ action: 'local-fact.filled', actorName: 'Olga Holm', venueName: null }])
    expect(await findNamed(house.db, 'soerensen')).toEqual([{ id: ines, name: 'Ines Sørensen' }])
    expect((await ownLines(house.db, ines)).map(({ doer }) => doer)).toEqual(['self', 'self'])
    await house.close()
  },
  60_000,
)
