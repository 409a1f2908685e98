import { join } from 'node:path'
import type { Instant } from '#base/dates.ts'

/** Where copies of the database are kept. */
export const copiesFolder = (dataDir: string) => join(dataDir, 'backups')

/** A copy by its file's name. `before` is the migration it was made before, and null for the ordinary ones. */
export interface CopyName {
  name: string
  madeAt: Instant
  before: string | null
}

const stamp = (at: Instant) => `${at.slice(0, 19).replaceAll(':', '-')}Z`

/** `trygt-natteliv-2026-11-22T12-00-00Z.db`; `again` counts those of the same second from 1. */
export const nameOfCopy = (at: Instant, again = 1): string => named('trygt-natteliv', at, again)

/** `before-0009-running-a-town-2026-11-22T12-00-00Z.db` */
export const nameBefore = (migration: string, at: Instant, again = 1): string => named(`before-${migration}`, at, again)

/** `damaged-2026-11-22T12-00-00Z` */
export const nameOfDamaged = (at: Instant): string => `damaged-${stamp(at)}`

const named = (what: string, at: Instant, again: number) => `${what}-${stamp(at)}${again > 1 ? `-${again}` : ''}.db`

const pattern = /^(?:trygt-natteliv|before-(\d{4}-[a-z0-9-]+?))-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z(?:-\d+)?\.db$/

/** What a file's name says, or null when it is not the name of a copy of ours. */
export function readCopyName(name: string): CopyName | null {
  const [, before = null, day, hours, minutes, seconds] = pattern.exec(name) ?? []
  const madeAt = `${day}T${hours}:${minutes}:${seconds}.000Z`
  return day && !Number.isNaN(Date.parse(madeAt)) ? { name, madeAt, before } : null
}

/** The manifest beside a copy. */
export const manifestOf = (file: string): string => `${file.replace(/\.db$/, '')}.json`
