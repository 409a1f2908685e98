import { seededChance } from '#base/chance.ts'
import { type MovableClock, movableClock } from '#base/clock.ts'
import { dayOf } from '#base/dates.ts'
import type { Config } from '#config.ts'
import { openMemory } from '#db/open.ts'
import { inWork, type Work } from '#db/work.ts'
import type { House } from '#house.ts'
import { actorOn } from '#people/store.ts'
import type { Actor } from '#policy.ts'

export interface TestHouse extends House {
  clock: MovableClock
  /** Moves the clock to an instant. */
  at(instant: string): void
  /** Does something as somebody, in one transaction. */
  as<T>(actor: Actor | string, task: (work: Work) => Promise<T>): Promise<T>
  actor(personId: string): Promise<Actor>
}

let migrated: Buffer | null = null

/** A house of its own in memory, at a fixed instant, with chance and ids that repeat themselves. */
export async function openTestHouse(
  options: { now?: string; config?: Partial<Config>; seed?: number } = {},
): Promise<TestHouse> {
  if (!migrated) {
    const first = await openMemory()
    migrated = first.bytes()
    await first.close()
  }
  const { db, probe, close } = await openMemory(migrated)
  const clock = movableClock(options.now ?? '2026-11-22T12:00:00Z')
  let count = 0
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataDir: '/nowhere',
    baseUrl: 'http://localhost:3000',
    demo: false,
    trustProxy: [],
    ...options.config,
  }
  const house: House = {
    config,
    db,
    clock,
    newId: () => `id_${String(++count).padStart(6, '0')}`,
    chance: seededChance(options.seed ?? 1),
    probe,
    close,
  }
  const actor = (personId: string) => actorOn(db, personId, dayOf(clock()))
  return Object.assign(house, {
    clock,
    at: (instant: string) => clock.moveTo(instant),
    actor,
    as: async <T>(who: Actor | string, task: (work: Work) => Promise<T>) =>
      inWork(house, typeof who === 'string' ? await actor(who) : who, task),
  })
}
