import { statSync } from 'node:fs'
import type { Clock } from '#base/clock.ts'
import { instantOf } from '#base/dates.ts'
import type { Config } from '#config.ts'
import { readErased } from '#db/erased.ts'
import { databaseFile, openBeside } from '#db/open.ts'
import { sqliteVersion } from '#db/pragmas.ts'
import type { Reading } from '#db/work.ts'
import { findPartnership } from '#people/store.ts'
import { type Finding, fault, ok, roughly, warning } from './finding.ts'
import { lastAuditAt, lettersLeft, stillHere, unconfirmedEmployments } from './store.ts'

const day = 24 * 3_600_000

/** The database: that it is whole and ours, what the clock is against what was written last, and what waits in it. */
export async function examineDatabase(config: Config, clock: Clock): Promise<Finding[]> {
  const file = databaseFile(config.dataDir)
  if (!statSync(file, { throwIfNoEntry: false })) return [fault('database', `${file} is not there`)]
  const writtenAt = lastWritten(file)
  let opened: ReturnType<typeof openBeside>
  try {
    opened = openBeside(config.dataDir)
  } catch (error) {
    return [fault('database', `${(error as Error).message}: if it is damaged, restore a copy`)]
  }
  const { db, migrations, close } = opened
  try {
    const whole = ok('database', `SQLite ${sqliteVersion()}, every setting took, quick_check finds nothing`)
    const { pending, applied } = migrations
    if (pending.length > 0)
      return [whole, warning('schema', `${pending.join(', ')} wait for the next start, which makes a copy first`)]
    const town = await findPartnership(db)
    const known = ok('schema', `up to date: ${applied.at(-1)}`)
    if (!town) return [whole, known, warning('town', 'not set up yet: start the server and open the link it prints')]
    const kind = town.demo === config.demo ? ok('town', town.name) : fault('town', `${town.name}: of the other kind`)
    return [whole, known, kind, ...(await examineRows(db, { ...config, writtenAt, now: clock() }))]
  } finally {
    await close()
  }
}

/** What was written last may still stand beside the file. Looked at before it is opened. */
const lastWritten = (file: string): number =>
  Math.max(...[file, `${file}-wal`].map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0))

async function examineRows(db: Reading, of: Config & { writtenAt: number; now: Date }): Promise<Finding[]> {
  const { now, dataDir, smtpUrl } = of
  const lastAt = await lastAuditAt(db)
  const latest = Math.max(of.writtenAt, lastAt === null ? 0 : Date.parse(lastAt))
  return [
    clockAgainst(latest, now),
    lettersThatWait(await lettersLeft(db, instantOf(new Date(now.getTime() - 3_600_000))), smtpUrl),
    unconfirmed(await unconfirmedEmployments(db), now),
    ...(await erasedAgain(db, dataDir)),
  ]
}

/** A clock that went back writes things down before what they follow. */
function clockAgainst(latest: number, now: Date): Finding {
  const ahead = latest - now.getTime()
  if (ahead <= 2 * 60_000) return ok('clock', `it is ${instantOf(now)}, and nothing was written down later than that`)
  return fault(
    'clock',
    `it is ${instantOf(now)}, but something was written ${roughly(ahead)} later: the clock went back`,
  )
}

function lettersThatWait(of: Awaited<ReturnType<typeof lettersLeft>>, smtpUrl: string | null): Finding {
  const text = `${of.waiting} wait, ${of.held} held, ${of.givenUp} given up`
  if (of.waiting + of.held + of.givenUp === 0) return ok('letters', 'none wait')
  const late = smtpUrl ? of.late : 0
  return late + of.held + of.givenUp > 0
    ? warning('letters', `${text}, ${late} for more than an hour: the association can hand them over`)
    : ok('letters', smtpUrl ? text : `${text}: the association hands them over`)
}

function unconfirmed({ count, oldestAt }: Awaited<ReturnType<typeof unconfirmedEmployments>>, now: Date): Finding {
  if (oldestAt === null) return ok('employments', 'none wait to be confirmed')
  const age = now.getTime() - Date.parse(oldestAt)
  const text = `${count} wait to be confirmed, the oldest for ${roughly(age)}`
  return age > 14 * day ? warning('employments', text) : ok('employments', text)
}

async function erasedAgain(db: Reading, dataDir: string): Promise<Finding[]> {
  const listed = readErased(dataDir).map((one) => one.personId)
  const back = (await stillHere(db, listed)).length
  const text = `${back} people who were erased are in the database: it was put back by hand; use restore`
  return back > 0 ? [fault('erased', text)] : [ok('erased', 'nobody who was erased is in the database')]
}
