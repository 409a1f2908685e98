import { type LetterToWrite, writeLetter } from '#mail/write-letter.ts'
import { clockwork } from '#policy.ts'
import type { TestHouse } from '../support/house.ts'

/** Writes a letter about nothing much to somebody, by its number. */
export const writeOne = (house: TestHouse, n: number, over: Partial<LetterToWrite<'notice'>> = {}) =>
  house.as(clockwork, (work) =>
    writeLetter(work, {
      once: `test ${n}`,
      to: { address: `person${n}@example.dk`, name: `Person ${n}` },
      language: 'da',
      kind: 'notice',
      values: { text: `Besked ${n}.` },
      ...over,
    }),
  )

/** Moves a house's clock on by minutes. */
export const pass = (house: TestHouse, minutes: number) =>
  house.at(new Date(house.clock().getTime() + minutes * 60_000).toISOString())

export const lettersOf = (house: TestHouse) =>
  house.db.selectFrom('letters').selectAll().orderBy('queued_at').orderBy('id').execute()
