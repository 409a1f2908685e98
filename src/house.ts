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

/** Reads texts that somebody typed in a thread of its own, so that a text made to be slow keeps nobody waiting. */
export interface Reader {
  /** Does one of its tasks (reader/tasks.ts) on what can be cloned. Refuses: busy when too many wait, too-large when it takes too long. */
  ask(task: string, question: object): Promise<unknown>
  close(): Promise<void>
}

/** A letter as it leaves the house. */
export interface OutgoingLetter {
  to: { address: string; name: string | null }
  subject: string
  text: string
  html: string
  /** Without angle brackets; the same at every try, so that a mail server can tell a repetition. */
  messageId: string
  language: string
}

/** Hands letters to a mail server. */
export interface Mailer {
  /** Throws with what the server said when it did not take the letter. */
  send(letter: OutgoingLetter): Promise<void>
  close(): void
}

/** What the whole house shares. Rooms are handed it; actions never are: they get a Work. */
export interface House extends Source {
  config: Config
  clock: Clock
  chance: Chance
  typesetter: Typesetter
  reader: Reader
  /** Null without `SMTP_URL`: then letters wait to be handed over. */
  mailer: Mailer | null
  /** The database answers, for reading and writing; throws when not. */
  probe(): void
  /** Writes a copy of the database to a new file, from this connection, while it is being read and written. */
  copyTo(file: string): Promise<void>
  close(): Promise<void>
}
