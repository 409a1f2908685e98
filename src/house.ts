import type { Chance } from '#base/chance.ts'
import type { Clock } from '#base/clock.ts'
import type { Config } from '#config.ts'
import type { Source } from '#db/work.ts'

/** What the whole house shares. Rooms are handed it; actions never are: they get a Work. */
export interface House extends Source {
  config: Config
  clock: Clock
  chance: Chance
  /** The database answers, for reading and writing; throws when not. */
  probe(): void
  close(): Promise<void>
}
