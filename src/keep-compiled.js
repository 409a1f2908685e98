import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Loaded before the program (package.json, scripts): types are stripped and code is compiled once, not at every start, which halves the
// time to the first answer and leaves the stripper's 25 MB unloaded. JavaScript, because a TypeScript file would load the stripper.
// The first start after an installation has everything compiled by a process of its own. Where the folder cannot be written nothing is
// kept, and nothing else changes.
const folder = join(import.meta.dirname, '../node_modules/.cache/compiled')
const first = !existsSync(folder)
try {
  mkdirSync(folder, { recursive: true })
  enableCompileCache(folder)
  if (first) execFileSync(process.execPath, ['--import', import.meta.filename, join(import.meta.dirname, 'compile.ts')])
} catch {
  // A folder that cannot be written, or code that does not load: the start itself tells what is wrong.
}
