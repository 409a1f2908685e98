import { join } from 'node:path'
import { ourServer, startServer } from '../support/server.ts'
import { writeBarePage } from './bare-page.ts'
import { startDemo } from './demo-server.ts'
import { median } from './load.ts'
import { type Row, row } from './row.ts'

const rounds = 5

/** From the start of the process to its first answer, in seconds; the demo town is built before. */
export async function measureStart(folder: string): Promise<Row[]> {
  const first = await startDemo(folder)
  await writeBarePage(first, folder)
  await first.end()

  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(await secondsToAnswer([...ourServer, '--demo'], { DATA_DIR: join(folder, 'demo') }, '/healthz'))
    bare.push(await secondsToAnswer(['test/bench/bare-server.ts', folder], {}, '/lesson'))
  }
  return [row('start', median(ours), median(bare), 's', '≤ 0.6 s')]
}

async function secondsToAnswer(args: string[], settings: Record<string, string>, path: string): Promise<number> {
  const begin = performance.now()
  const server = await startServer(args, settings)
  for (;;) {
    try {
      await fetch(server.url + path)
      break
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
  const seconds = (performance.now() - begin) / 1000
  await server.end()
  return seconds
}
