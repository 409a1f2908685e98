import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureAuthoring } from './measure-authoring.ts'
import { measureCoverage } from './measure-coverage.ts'
import { measureFirstVisit } from './measure-first-visit.ts'
import { measureServing } from './measure-serving.ts'
import { measureStart } from './measure-start.ts'
import { printTable, type Row } from './row.ts'

/**
 * The figures of design.md section 8: our real server beside a bare-stack server on the same machine in the same run, taking turns,
 * medians of several rounds. `--json` prints one object a line.
 */
const folder = mkdtempSync(join(tmpdir(), 'trygt-bench-'))
const rows: Row[] = []
try {
  for (const measure of [measureStart, measureServing, measureFirstVisit, measureAuthoring, measureCoverage]) {
    const measured = await measure(folder)
    rows.push(...measured)
    if (process.argv.includes('--json')) for (const row of measured) console.log(JSON.stringify(row))
  }
} finally {
  if (!process.argv.includes('--json')) printTable(rows)
  rmSync(folder, { recursive: true, force: true })
}
