import { type Config, ConfigFault, coursesFolder } from '#config.ts'
import { importCourses } from '#courses/import-courses.ts'
import { lockFolder } from '#db/lock.ts'
import { inWork } from '#db/work.ts'
import type { House } from '#house.ts'
import { issueSetupLink } from '#joining/issue-setup-link.ts'
import { endUnfinished } from '#keeping/end-unfinished.ts'
import { keepErased } from '#keeping/keep-erased.ts'
import { readyFolder } from '#keeping/ready-folder.ts'
import { findPartnership } from '#people/store.ts'
import { clockwork } from '#policy.ts'
import { buildApp } from './app.ts'
import { openHouse } from './open-house.ts'

/** Opens the house, serves it, and on SIGTERM or SIGINT finishes what is in flight before it closes. */
export async function serve(config: Config): Promise<void> {
  const lock = lockFolder(config.dataDir)
  const copy = await readyFolder(config.dataDir)
  if (copy) console.log(`The database is about to be upgraded. A copy of how it was: ${copy.file}`)
  if (config.demo) await buildDemo(config)
  const house = await openHouse(config)
  await refuseOtherKind(house)
  await endUnfinished(house)
  await keepErased(house)
  await importCourses(house, coursesFolder)

  const app = await buildApp(house, { log: true })
  await app.listen({ port: config.port, host: config.host })
  await greet(house)
  // Nobody waits for these: they are loaded once the first visitors are let in.
  const { startJobs } = await import('./jobs.ts')
  const jobs = startJobs(house)

  let closing = false
  const close = async () => {
    if (closing) return
    closing = true
    await app.close()
    await jobs.stop()
    await house.close()
    lock.release()
    process.exit(0)
  }
  process.on('SIGTERM', close)
  process.on('SIGINT', close)
}

async function buildDemo(config: Config): Promise<void> {
  const { buildDemoTown } = await import('#demo/build-demo-town.ts')
  await buildDemoTown(config.dataDir, coursesFolder, console.log)
}

/** A demo must never write into a real town, also one that is not set up yet, and a real start never into a demo. */
async function refuseOtherKind({ db, config }: House): Promise<void> {
  const isDemo = (await findPartnership(db))?.demo ?? false
  if (isDemo === config.demo) return
  const [is, wanted] = isDemo ? ['a demo town', 'npm run demo'] : ['a real town', 'npm start']
  throw new ConfigFault([`DATA_DIR=${config.dataDir} holds ${is}: start it with "${wanted}", or name another folder`])
}

async function greet(house: House): Promise<void> {
  const { baseUrl, demo } = house.config
  console.log(`Trygt Natteliv: ${baseUrl}${demo ? '  (DEMO)' : ''}`)
  if (await findPartnership(house.db)) return
  const token = await inWork(house, clockwork, issueSetupLink)
  console.log(`Set up the partnership here within 15 minutes, once: ${baseUrl}/setup/${token}`)
}
