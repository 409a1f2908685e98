import { globSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** These do something when they are loaded. */
const programs = new Set(['cli.ts', 'compile.ts', 'certificates/typesetting.ts'])

/** Loads whatever the server may load, so that all of it is compiled and kept (keep-compiled.js). */
const ours = globSync('**/*.ts', { cwd: import.meta.dirname }).filter(
  (file) => !programs.has(file.replaceAll('\\', '/')),
)
const migrations = globSync('*.ts', { cwd: join(import.meta.dirname, '../migrations') })
const files = [
  ...ours.map((file) => join(import.meta.dirname, file)),
  ...migrations.map((file) => join(import.meta.dirname, '../migrations', file)),
]
for (const file of files) await import(pathToFileURL(file).href)
await import('typebox')
flushCompileCache()
