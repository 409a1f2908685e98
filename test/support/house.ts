import { Kysely, PGliteDialect } from 'kysely'
import { seededChance } from '#base/chance.ts'
import { type MovableClock, movableClock } from '#base/clock.ts'
import { dayOf } from '#base/dates.ts'
import { openTypesetter } from '#certificates/typesetter.ts'
import type { Config } from '#config.ts'
import { forgetRevisions } from '#courses/store.ts'
import { migrateToLatest } from '#db/migrate.ts'
import { openMemory } from '#db/open.ts'
import type { Tables } from '#db/schema/tables.ts'
import { inWork, type Work } from '#db/work.ts'
import type { House, Mailer } from '#house.ts'
import { actorOn } from '#people/role-store.ts'
import type { Actor } from '#policy.ts'
import { openReader } from '#reader/open-reader.ts'

export interface TestHouse extends House {
  clock: MovableClock
  /** Moves the clock to an instant. */
  at(instant: string): void
  /** Does something as somebody, in one transaction. */
  as<T>(actor: Actor | string, task: (work: Work) => Promise<T>): Promise<T>
  actor(personId: string): Promise<Actor>
}

let migrated: Buffer | null = null

async function openSqlite() {
  if (!migrated) {
    const first = await openMemory()
    migrated = first.bytes()
    await first.close()
  }
  return openMemory(migrated)
}

async function openPostgres() {
  const { PGlite } = await import('@electric-sql/pglite')
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: new PGlite() }) })
  await migrateToLatest(db)
  return { db, probe: () => {}, copyTo: async () => {}, close: () => db.destroy() }
}

/** A house of its own in memory, at a fixed instant, with chance and ids that repeat themselves. */
export async function openTestHouse(
  options: { now?: string; config?: Partial<Config>; seed?: number; on?: 'sqlite' | 'postgres'; mailer?: Mailer } = {},
): Promise<TestHouse> {
  forgetRevisions()
  const { db, probe, copyTo, close } = await (options.on === 'postgres' ? openPostgres() : openSqlite())
  const clock = movableClock(options.now ?? '2026-11-22T12:00:00Z')
  let count = 0
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataDir: '/nowhere',
    baseUrl: 'http://localhost:3000',
    demo: false,
    trustProxy: [],
    smtpUrl: null,
    ...options.config,
  }
  const typesetter = openTypesetter()
  const reader = openReader()
  const house: House = {
    config,
    db,
    clock,
    newId: () => `id_${String(++count).padStart(6, '0')}`,
    chance: seededChance(options.seed ?? 1),
    typesetter,
    reader,
    mailer: options.mailer ?? null,
    probe,
    copyTo,
    close: async () => {
      await typesetter.close()
      await reader.close()
      await close()
    },
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
