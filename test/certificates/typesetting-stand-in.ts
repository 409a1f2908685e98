import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Wish {
  say?: string
  fault?: string
  sleep?: boolean
  die?: boolean
  dieOnce?: boolean
}

/** Left by the first of two processes of one test, found by the second. */
const mark = join(tmpdir(), `typesetting-died-${process.ppid}`)

process.on('disconnect', () => process.exit())
process.on('message', ({ id, sheet }: { id: number; sheet: Wish }) => {
  if (sheet.sleep) return
  if (sheet.die) process.exit(1)
  if (sheet.dieOnce && !existsSync(mark)) {
    writeFileSync(mark, '')
    process.exit(1)
  }
  rmSync(mark, { force: true })
  if (sheet.fault) process.send?.({ id, fault: sheet.fault })
  else process.send?.({ id, pdf: Buffer.from(`${sheet.say} ${process.pid}`), missing: [] })
})
