import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '#base/clock.ts'
import { type Instant, instantOf } from '#base/dates.ts'
import type { Config } from '#config.ts'
import { writeWhole } from './files.ts'

/** A person who was erased. Ids and instants only: the list may outlive every copy of the database. */
export interface Erased {
  personId: string
  erasedAt: Instant
}

/** Stands beside the database, so that an older copy put back in its place brings nobody back. */
export const erasedFile = (folder: string) => join(folder, 'erased.jsonl')

/**
 * Writes down outside the database that somebody was erased; called once the erasing is done. False when it could not be written: the
 * list is made again from the database with every copy and at every start.
 */
export function noteErased(house: { config: Config; clock: Clock }, personId: string): boolean {
  const line = toLine({ personId, erasedAt: instantOf(house.clock()) })
  try {
    appendFileSync(erasedFile(house.config.dataDir), line, { mode: 0o600, flush: true })
    return true
  } catch {
    return false
  }
}

/** Who is on the list of a folder; nobody when there is none. A line cut off by a crash is passed over. */
export function readErased(folder: string): Erased[] {
  try {
    return readFileSync(erasedFile(folder), 'utf8').split('\n').flatMap(toErased)
  } catch {
    return []
  }
}

/** Writes the list anew: everybody once, the earliest instant known. */
export function writeErased(folder: string, all: readonly Erased[]): void {
  const sorted = all.toSorted((a, b) => (a.erasedAt < b.erasedAt ? -1 : a.erasedAt > b.erasedAt ? 1 : 0))
  const once = new Map<string, Erased>()
  for (const one of sorted) if (!once.has(one.personId)) once.set(one.personId, one)
  const text = [...once.values()].map(toLine).join('')
  if (text !== textOf(folder)) writeWhole(erasedFile(folder), text)
}

const toLine = ({ personId, erasedAt }: Erased) => `${JSON.stringify({ personId, erasedAt })}\n`

function toErased(line: string): Erased[] {
  try {
    const { personId, erasedAt } = JSON.parse(line) as Partial<Erased>
    return typeof personId === 'string' && typeof erasedAt === 'string' ? [{ personId, erasedAt }] : []
  } catch {
    return []
  }
}

function textOf(folder: string): string {
  try {
    return readFileSync(erasedFile(folder), 'utf8')
  } catch {
    return ''
  }
}
