import type { FileList } from '#courses/source-store.ts'

/** The files of a module as a reviewer's page carries them: a line each, so that what is sent back says what was read. */
export const seenText = (files: FileList): string => [...files].map(([path, sha256]) => `${sha256} ${path}`).join('\n')

const line = /^([0-9a-f]{64}) (\S{1,200})$/

/** What was carried, read again; lines that are none are left out. */
export const readSeen = (text: string): FileList =>
  new Map(
    text.split(/\r?\n/).flatMap((one) => {
      const [, sha256, path] = line.exec(one.trim()) ?? []
      return sha256 && path ? [[path, sha256] as const] : []
    }),
  )

/** The paths of what is new, gone or different, in order. */
export function changedPaths(seen: FileList, now: FileList): string[] {
  const paths = new Set([...seen.keys(), ...now.keys()])
  return [...paths].filter((path) => seen.get(path) !== now.get(path)).toSorted()
}
