import { afterEach } from 'vitest'
import { systemClock } from '#base/clock.ts'
import { databaseFile } from '#db/open.ts'
import { settleCast } from '../support/cast.ts'
import { openTestHouse } from '../support/house.ts'
import { ourServer, type RunningServer, startServer } from '../support/server.ts'
import { newFolder } from './folder.ts'

const servers: RunningServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.end('SIGKILL')
})

/** A folder with the cast in it, and a server running on it unless said otherwise. */
export async function aTown({ running = true } = {}) {
  const dataDir = newFolder()
  const house = await openTestHouse({ now: systemClock().toISOString() })
  await settleCast(house)
  await house.copyTo(databaseFile(dataDir))
  await house.close()
  const settings = { DATA_DIR: dataDir, BASE_URL: 'http://localhost:3000' }
  return { dataDir, settings, url: running ? await startOn(settings) : '' }
}

async function startOn(settings: Record<string, string>): Promise<string> {
  const server = await startServer(ourServer, settings)
  servers.push(server)
  await server.says(/Trygt Natteliv: /)
  return server.url
}

/** Stops the server that was started last, as its operator does. */
export const stopServer = () => servers.pop()?.end()
