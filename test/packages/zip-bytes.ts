import { crc32, deflateRawSync } from 'node:zlib'
import { printManifest } from '#packages/manifest.ts'

/** One file of a zip, with what can be wrong about it. */
export interface Made {
  name: string
  bytes?: Uint8Array
  /** General purpose flags: 1 is encrypted. */
  flags?: number
  method?: number
  /** The upper half is the mode of Unix. */
  attributes?: number
  /** How large it says it is, where that is a lie. */
  says?: number
}

/** What the last record says, where that is a lie. */
export interface Said {
  count?: number
  comment?: Uint8Array
  before?: Uint8Array
}

/** A zip made by hand, so that it may say anything (APPNOTE 6.3.10). */
export function zipOf(files: readonly Made[], said: Said = {}): Buffer {
  const locals: Buffer[] = [Buffer.from(said.before ?? [])]
  const listed: Buffer[] = []
  let at = locals[0]?.length ?? 0
  for (const file of files) {
    const name = Buffer.from(file.name)
    const plain = Buffer.from(file.bytes ?? [])
    const method = file.method ?? 8
    const packed = method === 8 ? deflateRawSync(plain) : plain
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(file.flags ?? 0, 2)
    about.writeUInt16LE(method, 4)
    about.writeUInt32LE(crc32(plain), 10)
    about.writeUInt32LE(packed.length, 14)
    about.writeUInt32LE(file.says ?? plain.length, 18)
    about.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(file.attributes ?? 0, 6)
    place.writeUInt32LE(at, 10)
    locals.push(Buffer.from('PK\x03\x04'), about, name, packed)
    listed.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, place, name)
    at += 30 + name.length + packed.length
  }
  const list = Buffer.concat(listed)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(said.count ?? files.length, 4)
  end.writeUInt16LE(said.count ?? files.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(at, 12)
  end.writeUInt16LE(said.comment?.length ?? 0, 16)
  return Buffer.concat([...locals, list, Buffer.from('PK\x05\x06'), end, Buffer.from(said.comment ?? [])])
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const told = { revision: null, exportedAt: '2026-11-22T12:00:00.000Z', exportedFrom: 'Struer' }

/** The manifest of these files, as a file. */
export const manifestOf = (files: Readonly<Record<string, Uint8Array>>, courseId = 'glas'): Made => ({
  name: 'manifest.json',
  bytes: bytesOf(printManifest({ ...told, courseId }, new Map(Object.entries(files)))),
})

/** A package of these files as it should be, with more beside them. */
export function packageOf(
  files: Readonly<Record<string, string>>,
  more: readonly Made[] = [],
  { courseId = 'glas', ...said }: Said & { courseId?: string } = {},
): Buffer {
  const bytes = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, bytesOf(text)]))
  const inside = Object.entries(bytes).map(([path, content]) => ({ name: `${courseId}/${path}`, bytes: content }))
  return zipOf([manifestOf(bytes, courseId), ...inside, ...more], said)
}
