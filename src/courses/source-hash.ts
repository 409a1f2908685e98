import { createHash, type Hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CourseFolder } from './folder.ts'

/** The SHA-256 of a course's files and of what reads them: the same text read by another reader may be another document. */
export function sourceHash({ files }: CourseFolder): string {
  const hash = readerHash().copy()
  for (const [path, bytes] of files) hash.update(`${path}\0${bytes?.length ?? 'too large'}\0`).update(bytes ?? '')
  return hash.digest('hex')
}

let reader: Hash | null = null

/** This room's own files, and the versions of the libraries they use. */
function readerHash(): Hash {
  if (reader) return reader
  const here = import.meta.dirname
  reader = createHash('sha256').update(readFileSync(join(here, '../../package.json')))
  for (const file of readdirSync(here).toSorted())
    if (file.endsWith('.ts')) reader.update(readFileSync(join(here, file)))
  return reader
}
