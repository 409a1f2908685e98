import { flushCompileCache } from 'node:module'
import { ConfigFault, readConfig } from '#config.ts'
import { serve } from './serve.ts'

/** sysexits.h EX_CONFIG: the settings are wrong, trying again will not help. */
const wrongSettings = 78

try {
  const [major, minor] = process.versions.node.split('.').map(Number) as [number, number]
  if (major < 24 || (major === 24 && minor < 12))
    throw new ConfigFault([`Node ${process.versions.node} is too old: start with "npm start", which brings its own`])
  const config = readConfig(process.env, { demo: process.argv.includes('--demo') })
  await serve(config)
  flushCompileCache()
} catch (error) {
  const faults = error instanceof ConfigFault ? error.faults : [error instanceof Error ? error.message : String(error)]
  for (const fault of faults) console.error(fault)
  process.exit(error instanceof ConfigFault ? wrongSettings : 1)
}
