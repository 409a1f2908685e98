import { flushCompileCache } from 'node:module'
import { ConfigFault, readConfig } from '#config.ts'
import { serve } from './serve.ts'

/** sysexits.h EX_CONFIG: the settings are wrong, trying again will not help. */
const wrongSettings = 78

/** Only when it is the program: compile.ts loads it as well. */
if (import.meta.main) {
  try {
    await serve(readConfig(process.env, { demo: process.argv.includes('--demo') }))
    flushCompileCache()
  } catch (error) {
    const faults =
      error instanceof ConfigFault ? error.faults : [error instanceof Error ? error.message : String(error)]
    for (const fault of faults) console.error(fault)
    process.exit(error instanceof ConfigFault ? wrongSettings : 1)
  }
}
