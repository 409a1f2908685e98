import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '#base/dates.ts'
import type { Checked } from './check-copy.ts'
import { manifestOf } from './copy-name.ts'

/** What was verified of a copy when it was made; stands beside it as JSON. */
export interface Manifest extends Checked {
  madeAt: Instant
  appVersion: string
}

/** The version of this program. */
export const appVersion = (): string => {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** The manifest beside a copy, or null when there is none. Throws when it cannot be read. */
export function readManifest(file: string): Manifest | null {
  const beside = manifestOf(file)
  if (!existsSync(beside)) return null
  try {
    const manifest = JSON.parse(readFileSync(beside, 'utf8')) as Manifest
    if (typeof manifest.sha256 === 'string' && typeof manifest.bytes === 'number') return manifest
  } catch {
    // Said below.
  }
  throw new Error(`${beside} cannot be read: it should say what ${file} holds`)
}
