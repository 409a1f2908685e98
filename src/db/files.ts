import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Makes what was written to a file, or renamed in a folder, outlive a power cut. */
export function sync(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A new name for a file in the same folder, for good. */
export function renameForGood(from: string, to: string): void {
  renameSync(from, to)
  sync(dirname(to))
}

/** Writes a small file whole or not at all, for its owner alone. */
export function writeWhole(file: string, text: string): void {
  const part = `${file}.part`
  writeFileSync(part, text, { mode: 0o600, flush: true })
  renameForGood(part, file)
}
