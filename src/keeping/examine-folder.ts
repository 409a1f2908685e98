import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isHeld } from '#db/lock.ts'
import { databaseFile } from '#db/open.ts'
import { copiesFolder } from './copy-name.ts'
import { type Finding, fault, ok, size, warning } from './finding.ts'
import { isDecided } from './put-in-place.ts'

/** The data folder: who may read it, how much room there is, and what was left in it. */
export function examineFolder(dataDir: string): Finding[] {
  if (!existsSync(dataDir)) return [fault('folder', `${dataDir} is not there: is DATA_DIR right?`)]
  return [rights(dataDir), owner(dataDir), room(dataDir), server(dataDir), ...leftOvers(dataDir)]
}

/** The folder and the database have to be closed to everybody else; what is inside a closed folder is closed. */
function rights(dataDir: string): Finding {
  const open = [dataDir, databaseFile(dataDir), copiesFolder(dataDir)].filter((path) => {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0
    return (mode & 0o077) !== 0
  })
  if (open.length === 0) return ok('rights', 'only the owner can read the data folder')
  return fault('rights', `others on this machine may read or write ${open.join(', ')}: chmod -R go= ${dataDir}`)
}

function owner(dataDir: string): Finding {
  const mine = process.getuid?.()
  const wrong = [dataDir, ...readdirSync(dataDir).map((name) => join(dataDir, name))].filter(
    (path) => mine !== undefined && statSync(path).uid !== mine,
  )
  if (wrong.length === 0) return ok('owner', 'the data folder and all in it belong to this user')
  return fault('owner', `belongs to somebody else, so that the server may fail to write it: ${wrong.join(', ')}`)
}

const leastFree = 200_000_000
const enoughFree = 1_000_000_000

function room(dataDir: string): Finding {
  const { bavail, bsize } = statfsSync(dataDir)
  const free = bavail * bsize
  const database = statSync(databaseFile(dataDir), { throwIfNoEntry: false })?.size ?? 0
  const text = `${size(free)} free, the database has ${size(database)}`
  if (free < Math.max(leastFree, 2 * database)) return fault('disk', `${text}: there is no room for copies`)
  return free < Math.max(enoughFree, 10 * database) ? warning('disk', text) : ok('disk', text)
}

const server = (dataDir: string): Finding =>
  ok('server', isHeld(dataDir) ? 'a server is running on the data folder' : 'no server is running on the data folder')

function leftOvers(dataDir: string): Finding[] {
  const damaged = readdirSync(dataDir).filter((name) => name.startsWith('damaged-'))
  return [
    ...(isDecided(dataDir) ? [warning('restore', 'a restore was cut off: the next start finishes it')] : []),
    ...(damaged.length > 0
      ? [
          warning(
            'left over',
            `${damaged.join(', ')}: what was there before a restore; it holds people's data, delete it`,
          ),
        ]
      : []),
  ]
}
