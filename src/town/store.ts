import type { Instant } from '#base/dates.ts'
import { found } from '#base/refusal.ts'
import type { Reading } from '#db/work.ts'
import { findSettings, type PartnershipSettings } from '#people/partnership-store.ts'

/** How the town presents itself. Refuses: not-found before the first start. */
export const townOf = async (db: Reading): Promise<PartnershipSettings> => found(await findSettings(db), 'partnership')

export interface Logo {
  sha256: string
  png: Buffer
  width: number
  height: number
}

/** A logo there is or was, or null. Certificates keep the one they were issued with. */
export async function logoOf(db: Reading, sha256: string): Promise<Logo | null> {
  const row = await db.selectFrom('logos').selectAll().where('sha256', '=', sha256).executeTakeFirst()
  return row ? { sha256, png: Buffer.from(row.png, 'base64'), width: row.width, height: row.height } : null
}

/** Keeps a logo; the same again changes nothing. */
export async function keepLogo(db: Reading, logo: Logo, at: Instant): Promise<void> {
  const { sha256, width, height } = logo
  await db
    .insertInto('logos')
    .values({ sha256, png: logo.png.toString('base64'), width, height, added_at: at })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
}
