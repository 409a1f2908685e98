import { type Backup, type Keeper, makeBackup } from './make-backup.ts'
import { lastBackup } from './store.ts'

const minute = 60_000
const every = 60 * minute
/** So long after one that failed. */
const again = 10 * minute

/** Is it time for a copy? A last one that lies in the future was made by a clock that was wrong. Pure. */
export function isDue(last: { madeAt: string | null; triedAt: string | null }, now: Date): boolean {
  const passed = (at: string | null, time: number) => {
    if (at === null) return true
    const age = now.getTime() - Date.parse(at)
    return age < -minute || age >= time
  }
  return passed(last.madeAt, every) && passed(last.triedAt, again)
}

/** A copy when the last one is an hour old; asked more often than that. Never in the demo. Throws when it could not be made. */
export async function backUpHourly(house: Keeper): Promise<Backup | null> {
  if (house.config.demo || !isDue(await lastBackup(house.db), house.clock())) return null
  return makeBackup(house, 'clockwork')
}
