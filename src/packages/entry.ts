import { mostBytes, whatIs } from '#drafts/file-path.ts'
import { mostInManifest } from './limits.ts'
import { manifestFile } from './manifest.ts'
import { shownName, Unfit } from './package-fault.ts'

/** One entry of a zip as its list of contents tells it. */
export interface Entry {
  name: string
  flags: number
  method: number
  /** The upper half is the kind and the rights of a file on Unix, where the packer wrote them. */
  attributes: number
  /** How large it says it is. */
  size: number
}

/** What computers put into a zip by themselves. */
const litter = /^__MACOSX\/|(^|\/)(\.(?!\.?(\/|$))|Thumbs\.db$|desktop\.ini$|~\$)|~$/

/** A file to be read. */
export interface Wanted {
  /** Null for what lies beside the course's folder. */
  folder: string | null
  /** Inside the folder. */
  path: string
  /** The most bytes it may have. */
  most: number
}

/** What an entry is; null for what is passed over. Refuses what could be meant to harm. */
export function readEntry(entry: Entry): Wanted | null {
  const { name } = entry
  const shown = { name: shownName(name) }
  if (leavesFolder(name)) throw new Unfit('path', shown)
  if (isSpecial(entry)) throw new Unfit('link', shown)
  if ((entry.flags & 0x2041) !== 0) throw new Unfit('encrypted', shown)
  if (litter.test(name)) return null
  if (name.endsWith('/')) return null
  if (name === manifestFile) return sized(entry, { folder: null, path: name, most: mostInManifest })

  const [folder = '', ...rest] = name.split('/')
  const path = rest.join('/')
  const place = whatIs(path)
  if (place === null) throw new Unfit('unknownFile', shown)
  return sized(entry, { folder, path, most: mostBytes(place) })
}

const leavesFolder = (name: string) =>
  name === '' || /^\/|^[a-z]:|\\|\0/i.test(name) || name.split('/').some((part) => part === '..' || part === '.')

const regular = 0o100000
const directory = 0o040000

/** Anything but a file or a folder: a link, a device. */
function isSpecial({ attributes }: Entry): boolean {
  const kind = (attributes >>> 16) & 0o170000
  return kind !== 0 && kind !== regular && kind !== directory
}

function sized({ name, size, method }: Entry, wanted: Wanted): Wanted {
  if (size > wanted.most) throw tooLarge(name, wanted.most)
  if (method !== 0 && method !== 8) throw new Unfit('brokenZip')
  return wanted
}

export const tooLarge = (name: string, most: number) =>
  new Unfit('fileTooLarge', { name: shownName(name), most: most / 1000 })
