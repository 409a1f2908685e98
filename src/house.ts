import type { Chance } from '#base/chance.ts'
import type { Clock } from '#base/clock.ts'
import type { Config } from '#config.ts'
import type { Source } from '#db/work.ts'

export interface Typeset {
  pdf: Uint8Array
  /** Signs that no font has, as `U+0E01`; then the file does not promise PDF/UA-1. */
  missing: readonly string[]
}

/** Makes PDFs in a process of its own, so that this one never carries the compiler's memory. */
export interface Typesetter {
  /** Refuses: busy when too many wait, when it takes too long, or when its process ends twice over the same sheet. */
  typeset(sheet: object): Promise<Typeset>
  close(): Promise<void>
}

/** What the whole house shares. Rooms are handed it; actions never are: they get a Work. */
export interface House extends Source {
  config: Config
  clock: Clock
  chance: Chance
  typesetter: Typesetter
  /** The database answers, for reading and writing; throws when not. */
  probe(): void
  close(): Promise<void>
}
