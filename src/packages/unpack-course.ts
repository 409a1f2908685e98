import { setImmediate } from 'node:timers/promises'
import type { Entry as ZipEntry, ZipFile } from 'yauzl'
import { sha256Of } from '#courses/source-store.ts'
import { examineDirectory } from './central-directory.ts'
import { readEntry, tooLarge } from './entry.ts'
import { mostInAll } from './limits.ts'
import { type Files, type Manifest, manifestFile, readManifest } from './manifest.ts'
import { type PackageFault, shownName, Unfit } from './package-fault.ts'

/** A course that came as a zip, by path inside its folder; or why it is not taken. */
export type Unpacked =
  | { ok: true; courseId: string; manifest: Manifest; files: Files }
  | { ok: false; fault: PackageFault }

/** Addresses below /authoring that no course may have. */
const reserved = ['import', 'new']

/**
 * Unpacks a course in memory and nowhere else. Refuses, by a fault in words: what is no zip of one course as packCourse makes it; paths that lead
 * out of the folder, links, encrypted files, kinds of files a course does not have, two files of one name, more than 2,000 entries, more bytes in
 * a file than a course may have or 20 MB in all, as they come out; and files that are not what the manifest says.
 */
export async function unpackCourse(bytes: Uint8Array): Promise<Unpacked> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    examineDirectory(buffer)
    const found = await readAll(buffer)
    const manifest = readTold(found.manifest, found.folders)
    compare(manifest, found.files)
    return { ok: true, courseId: manifest.courseId, manifest, files: found.files }
  } catch (fault) {
    if (fault instanceof Unfit) return { ok: false, fault: fault.fault }
    if (fault instanceof Error && !(fault instanceof TypeError))
      return { ok: false, fault: { code: 'brokenZip', values: {} } }
    throw fault
  }
}

interface Found {
  manifest: Uint8Array | null
  folders: Set<string>
  files: Map<string, Uint8Array>
}

async function readAll(buffer: Buffer): Promise<Found> {
  const { fromBuffer } = await import('yauzl')
  const options = { lazyEntries: true, decodeStrings: false, strictFileNames: true, validateEntrySizes: true }
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(buffer, options, (fault, opened) => (fault ? reject(fault) : resolve(opened))),
  )
  const found: Found = { manifest: null, folders: new Set(), files: new Map() }
  const names = new Set<string>()
  let left = mostInAll
  for await (const entry of zip.eachEntry()) {
    const name = nameOf(entry)
    const read = readEntry({
      name,
      flags: entry.generalPurposeBitFlag,
      method: entry.compressionMethod,
      attributes: entry.externalFileAttributes,
      size: entry.uncompressedSize,
    })
    if (read === null) continue
    const folded = name.normalize('NFC').toLowerCase()
    if (names.has(folded)) throw new Unfit('twice', { name: shownName(name) })
    names.add(folded)
    const bytes = await contentOf(zip, entry, { name, most: read.most, left })
    left -= bytes.length
    if (read.folder === null) found.manifest = bytes
    else {
      found.folders.add(read.folder)
      if (found.folders.size > 1) throw new Unfit('severalFolders')
      found.files.set(read.path, bytes)
    }
    await setImmediate()
  }
  return found
}

/** Strings are not decoded by the reader, which would take the name out of another field where there is one. */
const nameOf = (entry: ZipEntry): string => (entry.fileName as unknown as Buffer).toString('utf8')

/** Counted as it comes out: what an entry says of its size is only believed when it is too much. */
async function contentOf(
  zip: ZipFile,
  entry: ZipEntry,
  of: { name: string; most: number; left: number },
): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry)
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > of.most) throw tooLarge(of.name, of.most)
      if (size > of.left) throw new Unfit('tooLarge', { most: mostInAll / 1_000_000 })
      chunks.push(chunk)
    }
  } finally {
    stream.destroy()
  }
  return Buffer.concat(chunks)
}

function readTold(bytes: Uint8Array | null, folders: ReadonlySet<string>): Manifest {
  if (bytes === null) throw new Unfit('noManifest', { file: manifestFile })
  const manifest = readManifest(bytes)
  if (manifest === 'newer') throw new Unfit('newerManifest')
  if (manifest === null) throw new Unfit('wrongManifest', { file: manifestFile })
  const { courseId } = manifest
  if (reserved.includes(courseId)) throw new Unfit('reservedId', { id: courseId })
  const [folder] = folders
  if (folder === undefined) throw new Unfit('noFiles')
  if (folder !== courseId) throw new Unfit('otherFolder', { folder: shownName(folder), id: courseId })
  return manifest
}

/** Every file is what the manifest says, none is missing, none came in addition. */
function compare(manifest: Manifest, files: Files): void {
  for (const [path, bytes] of files) {
    const told = manifest.files.get(path)
    if (!told) throw new Unfit('extraFile', { name: path })
    if (told.bytes !== bytes.length || told.sha256 !== sha256Of(bytes)) throw new Unfit('changedFile', { name: path })
  }
  for (const path of manifest.files.keys())
    if (!files.has(path)) throw new Unfit('missingFile', { name: shownName(path) })
}
