import { join } from 'node:path'
import { ourServer, type RunningServer, startServer } from '../support/server.ts'

/** Our real server on the demo town, built on the first call in this folder. */
export async function startDemo(folder: string): Promise<RunningServer> {
  const server = await startServer([...ourServer, '--demo'], { DATA_DIR: join(folder, 'demo') })
  await server.says(/\(DEMO\)/)
  return server
}
