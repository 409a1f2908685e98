import { isUtf8 } from 'node:buffer'
import type { Note } from './faults.ts'

/** The largest a file of a course may be, in kB. */
export const mostKilobytes = { page: 100, quiz: 120, situation: 100, yaml: 30, picture: 300 } as const
export type FileKind = keyof typeof mostKilobytes

/** The size of a file is as it should be; else it is noted. */
export function isSmallEnough(bytes: Uint8Array | null, kind: FileKind, note: Note): bytes is Uint8Array {
  const most = mostKilobytes[kind]
  if (bytes !== null && bytes.length <= most * 1000) return true
  note(1, 'tooLarge', { most })
  return false
}

/**
 * A file as text: UTF-8, with or without a byte order mark, any line ends; letters composed (å is one sign, also from
 * a Mac). Null when it is too large or no UTF-8, which is noted.
 */
export function textOf(bytes: Uint8Array | null, kind: FileKind, note: Note): string | null {
  if (!isSmallEnough(bytes, kind, note)) return null
  if (!isUtf8(bytes) || bytes.includes(0)) {
    note(firstBadLine(bytes), 'notUtf8')
    return null
  }
  return new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, '\n').normalize('NFC')
}

function firstBadLine(bytes: Uint8Array): number {
  let line = 1
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(10, from)
    const part = bytes.subarray(from, end === -1 ? bytes.length : end)
    if (!isUtf8(part) || part.includes(0)) return line
    from = end === -1 ? bytes.length : end + 1
  }
  return 1
}
