import { mostEntries } from './limits.ts'
import { Unfit } from './package-fault.ts'

const endSign = 0x06054b50
const endSize = 22
const mostComment = 0xffff
const locator64Sign = 0x07064b50
const headerSign = 0x02014b50
const headerSize = 46

/**
 * Looks at the list of contents of a zip before anything is unpacked (APPNOTE 6.3.10, 4.3.12 and 4.3.16). What it says of itself has to be
 * true: as many entries as it counts, standing where it says, with nothing between them and the end. Refuses: what is no zip, more entries
 * than a course can have, several volumes, zip64, which nothing that small needs.
 */
export function examineDirectory(bytes: Buffer): void {
  const end = findEnd(bytes)
  if (end === -1) throw new Unfit('notZip')
  const [disk, startDisk, here, count] = [4, 6, 8, 10].map((at) => bytes.readUInt16LE(end + at)) as [
    number,
    number,
    number,
    number,
  ]
  const [size, from] = [bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)]
  if (end >= 20 && bytes.readUInt32LE(end - 20) === locator64Sign)
    throw new Unfit('tooManyFiles', { most: mostEntries })
  if (count > mostEntries || here > mostEntries) throw new Unfit('tooManyFiles', { most: mostEntries })
  if (disk !== 0 || startDisk !== 0 || here !== count || from + size !== end) throw new Unfit('brokenZip')
  if (countHeaders(bytes, from, end) !== count) throw new Unfit('brokenZip')
}

/** The record at the very end, whose comment reaches exactly to the last byte; the last that says so. */
function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - endSize; at >= Math.max(0, bytes.length - endSize - mostComment); at--)
    if (bytes.readUInt32LE(at) === endSign) return at + endSize + bytes.readUInt16LE(at + 20) === bytes.length ? at : -1
  return -1
}

function countHeaders(bytes: Buffer, from: number, end: number): number {
  let count = 0
  let at = from
  while (at < end) {
    if (at + headerSize > end || bytes.readUInt32LE(at) !== headerSign) throw new Unfit('brokenZip')
    if (++count > mostEntries) throw new Unfit('tooManyFiles', { most: mostEntries })
    at += headerSize + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  if (at !== end) throw new Unfit('brokenZip')
  return count
}
