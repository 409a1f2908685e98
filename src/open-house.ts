import { fairChance } from '#base/chance.ts'
import { type Clock, systemClock } from '#base/clock.ts'
import { newId } from '#base/ids.ts'
import { openTypesetter } from '#certificates/typesetter.ts'
import type { Config } from '#config.ts'
import { forgetRevisions } from '#courses/store.ts'
import { openDatabase } from '#db/open.ts'
import type { House } from '#house.ts'
import { openMailer } from '#mail/mailer.ts'
import { openReader } from '#reader/open-reader.ts'

/** Opens the house on its data folder. Throws with the reason when the database cannot be trusted. */
export async function openHouse(config: Config, clock: Clock = systemClock): Promise<House> {
  const { db, probe, copyTo, close } = await openDatabase(config.dataDir)
  forgetRevisions()
  const typesetter = openTypesetter()
  const reader = openReader()
  const mailer = config.smtpUrl === null || config.demo ? null : openMailer(config.smtpUrl, config.baseUrl)
  const closeAll = async () => {
    mailer?.close()
    await typesetter.close()
    await reader.close()
    await close()
  }
  return { config, db, clock, newId, chance: fairChance, typesetter, reader, mailer, probe, copyTo, close: closeAll }
}
