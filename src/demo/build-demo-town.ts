import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { seededChance } from '#base/chance.ts'
import { movableClock, systemClock } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import { importCourses } from '#courses/import-courses.ts'
import { databaseFile, openMemory } from '#db/open.ts'
import { inWork, type Source } from '#db/work.ts'
import { settleMail } from '#mail/settle-mail.ts'
import { clockwork } from '#policy.ts'
import { hashPassword } from '#signin/password.ts'
import { cast, lifeOf } from './cast.ts'
import { type Entry, openDiary } from './diary.ts'
import { foundTown } from './found-town.ts'
import { demoPassword, liveLife } from './live-life.ts'
import { inventLives } from './lives.ts'
import { settleTown } from './settle-town.ts'

/** The same town every day: only the days move. */
const seed = 1999
const inventedPeople = 155

/**
 * Builds the demo town into a data folder that has no database, by the same actions as real use with the clock moved through two years.
 * It is built aside and put in place when whole, so a start that is cut off leaves nothing behind. `say` hears how far it is.
 */
export async function buildDemoTown(
  dataDir: string,
  coursesFolder: string,
  say: (line: string) => void,
): Promise<void> {
  const file = databaseFile(dataDir)
  if (existsSync(file)) return
  const { db, bytes, close } = await openMemory()
  await live(db, coursesFolder, say)
  const building = `${file}.building`
  writeFileSync(building, bytes(), { flush: true, mode: 0o600 })
  renameSync(building, file)
  await close()
}

function townDiary(passwordHash: string): Entry[] {
  const diary = openDiary(systemClock(), seededChance(seed), passwordHash)
  const { today } = diary
  foundTown(diary)
  settleTown(diary)
  for (const member of cast) liveLife(diary, member.key, lifeOf(member, today), member.role)
  for (const [n, life] of inventLives(inventedPeople, today, diary.chance).entries())
    liveLife(diary, `person-${n}`, life, life.job === 'manager' ? 'manager' : null)
  return diary.entries()
}

async function live(db: Source['db'], coursesFolder: string, say: (line: string) => void): Promise<void> {
  const entries = townDiary(await hashPassword(demoPassword))
  const clock = movableClock((entries[0] as Entry).at)
  const source = { db, clock, newId }
  await importCourses(source, coursesFolder)
  const tenth = Math.ceil(entries.length / 10)
  for (const [place, { at, who, happens }] of entries.entries()) {
    clock.moveTo(at)
    await inWork(source, who(), happens)
    if ((place + 1) % tenth === 0) say(`Building the demo town: ${(10 * (place + 1)) / tenth} %`)
  }
  await inWork(source, clockwork, settleMail)
  say('The demo town is ready.')
}
