import { type Checked, checkCopy } from './check-copy.ts'

export type Verdict = { checked: Checked } | { fault: string }

/** The process that verifies one copy, apart from the server. */
if (import.meta.main) {
  const verdict = verdictOn(process.argv[2] as string)
  // Nobody is there to hear it when the server was stopped meanwhile.
  if (process.connected) process.send?.(verdict, () => process.disconnect())
}

function verdictOn(file: string): Verdict {
  try {
    return { checked: checkCopy(file) }
  } catch (error) {
    return { fault: (error as Error).message }
  }
}
