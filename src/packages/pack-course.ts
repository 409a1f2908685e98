import { setImmediate } from 'node:timers/promises'
import { type Files, type Manifest, manifestFile, printManifest } from './manifest.ts'

/** The same files give the same bytes on every machine: a date that means nothing, in the time a zip keeps. */
const written = new Date(1980, 0, 1)

/**
 * A course as a zip: its folder as it would lie in `courses/`, and beside it `manifest.json`, which says what it is and the SHA-256 of every
 * file. `files`: by path inside the folder. The same course, exported at the same instant, gives the same bytes.
 */
export async function packCourse(of: Omit<Manifest, 'files'>, files: Files): Promise<Uint8Array> {
  const sorted = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const manifest = new TextEncoder().encode(printManifest(of, new Map(sorted)))
  const named = sorted.map(([path, bytes]) => [`${of.courseId}/${path}`, bytes] as const)
  return zipped([[manifestFile, manifest], ...named])
}

/** File by file, so that others are answered in between. */
async function zipped(files: readonly (readonly [string, Uint8Array])[]): Promise<Uint8Array> {
  const { Zip, ZipDeflate } = await import('fflate')
  const chunks: Uint8Array[] = []
  const zip = new Zip((fault, chunk) => {
    if (fault) throw fault
    chunks.push(chunk)
  })
  for (const [name, bytes] of files) {
    const file = new ZipDeflate(name, { level: 6, mem: 6 })
    file.mtime = written
    zip.add(file)
    file.push(bytes, true)
    await setImmediate()
  }
  zip.end()
  return Buffer.concat(chunks)
}
