import { fork } from 'node:child_process'
import type { Checked } from './check-copy.ts'
import type { Verdict } from './verifying.ts'

const program = new URL('./verifying.ts', import.meta.url)
const patience = 30 * 60_000

/** `checkCopy` in a process of its own: reading every page would stop the server for as long as it takes. Throws with what is wrong. */
export function verifyCopy(file: string): Promise<Checked> {
  return new Promise((resolve, reject) => {
    const child = fork(program, [file], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      timeout: patience,
    })
    child.once('message', (verdict: Verdict) => {
      if ('checked' in verdict) resolve(verdict.checked)
      else reject(new Error(verdict.fault))
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`${file}: verifying it ended without a verdict`)))
  })
}
