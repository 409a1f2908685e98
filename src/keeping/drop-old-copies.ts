import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type CopyName, copiesFolder, manifestOf, readCopyName } from './copy-name.ts'
import { tooOld } from './retention.ts'

export const pathOf = (dataDir: string, name: string) => join(copiesFolder(dataDir), name)

/** The copies in a data folder, newest first. */
export function listCopies(dataDir: string): CopyName[] {
  const folder = copiesFolder(dataDir)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => readCopyName(name) ?? [])
    .sort((a, b) => (a.madeAt + a.name < b.madeAt + b.name ? 1 : -1))
}

/** Deletes the copies the rule no longer keeps, with their manifests; other files stay. Returns the files that went. */
export function dropOldCopies(dataDir: string, now: Date): string[] {
  const files = tooOld(listCopies(dataDir), now).map(({ name }) => pathOf(dataDir, name))
  for (const file of files) dropCopy(file)
  return files
}

export function dropCopy(file: string): void {
  rmSync(file)
  rmSync(manifestOf(file), { force: true })
}
