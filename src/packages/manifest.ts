import { isSlug } from '#courses/attributes.ts'
import { sha256Of } from '#courses/source-store.ts'

/** Lies beside the course's folder, so that the folder is a course as it is. */
export const manifestFile = 'manifest.json'

const format = 'trygt-natteliv-course'
const version = 1

/** What a package says of itself. */
export interface Manifest {
  courseId: string
  /** The revision the files are; null for files that were being written. */
  revision: { number: number; sha256: string } | null
  /** An instant. */
  exportedAt: string
  /** The town it comes from. */
  exportedFrom: string
  /** SHA-256 and size by path inside the course's folder. */
  files: ReadonlyMap<string, { sha256: string; bytes: number }>
}

export type Files = ReadonlyMap<string, Uint8Array>

/** As text, always the same for the same. */
export function printManifest(of: Omit<Manifest, 'files'>, files: Files): string {
  const { courseId, revision, exportedAt, exportedFrom } = of
  const told = [...files].map(([path, bytes]) => [path, { sha256: sha256Of(bytes), bytes: bytes.length }] as const)
  const manifest = { format, version, course: courseId, revision, exportedAt, exportedFrom }
  return `${JSON.stringify({ ...manifest, files: Object.fromEntries(told) }, null, 2)}\n`
}

/** `newer`: written by a version of this software that writes them otherwise. Null: no manifest. */
export function readManifest(bytes: Uint8Array): Manifest | 'newer' | null {
  const told = parse(bytes)
  if (!isThing(told) || told.format !== format) return null
  if (typeof told.version === 'number' && told.version > version) return 'newer'
  const { course, exportedAt, exportedFrom, files } = told
  if (typeof course !== 'string' || !isSlug(course) || !isThing(files)) return null
  const revision = readRevision(told.revision)
  const listed = Object.entries(files).map(([path, one]) => [path, readEntry(one)] as const)
  if (revision === undefined || !listed.every(isWhole)) return null
  return {
    courseId: course,
    revision,
    exportedAt: isInstant(exportedAt) ? exportedAt : '',
    exportedFrom: typeof exportedFrom === 'string' ? exportedFrom.slice(0, 100) : '',
    files: new Map(listed.filter(isWhole)),
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

type Thing = Readonly<Record<string, unknown>>
const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null && !Array.isArray(value)
const isSha256 = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{5,12}Z$/.test(value) && !Number.isNaN(Date.parse(value))

function readRevision(told: unknown): Manifest['revision'] | undefined {
  if (told === null || told === undefined) return null
  if (!isThing(told) || !isCount(told.number) || !isSha256(told.sha256)) return undefined
  return { number: told.number, sha256: told.sha256 }
}

type Entry = { sha256: string; bytes: number }

const readEntry = (told: unknown): Entry | null =>
  isThing(told) && isSha256(told.sha256) && isCount(told.bytes) ? { sha256: told.sha256, bytes: told.bytes } : null

const isWhole = (entry: readonly [string, Entry | null]): entry is [string, Entry] => entry[1] !== null
