import { existsSync, statSync } from 'node:fs'
import type { Config } from '#config.ts'
import { copiesFolder } from './copy-name.ts'
import { listCopies, pathOf } from './drop-old-copies.ts'
import { type Finding, fault, ok, roughly, warning } from './finding.ts'
import { readManifest } from './manifest.ts'

const hour = 3_600_000

/** The copies: how old the last one that was verified is, and whether it still has the size it had then. */
export function examineCopies({ dataDir, demo }: Config, now: Date): Finding[] {
  if (demo) return [ok('copies', 'none are made of a demo town')]
  const copies = listCopies(dataDir).filter((copy) => copy.before === null)
  const [last] = copies
  if (!last)
    return [warning('copies', `there are none in ${copiesFolder(dataDir)}: a server that runs makes one every hour`)]
  const file = pathOf(dataDir, last.name)
  const wrong = whatIsWrong(file)
  if (wrong) return [fault('copies', wrong)]
  const age = now.getTime() - Date.parse(last.madeAt)
  const text = `${copies.length} in ${copiesFolder(dataDir)}, the last one made and verified ${roughly(age)} ago`
  if (age > 26 * hour) return [fault('copies', `${text}: make one now, and see why`)]
  return [age > 2 * hour ? warning('copies', text) : ok('copies', text)]
}

function whatIsWrong(file: string): string | null {
  try {
    const manifest = existsSync(file) ? readManifest(file) : null
    if (!manifest) return `${file} has no manifest: it was not made by this program, or its manifest was deleted`
    return statSync(file).size === manifest.bytes ? null : `${file} has not the size it had when it was verified`
  } catch (error) {
    return (error as Error).message
  }
}
