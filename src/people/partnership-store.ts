import type { Reading } from '#db/work.ts'
import { isLanguage, type Language } from '#web/language.ts'

/** How the town presents itself. */
export interface PartnershipSettings {
  name: string
  demo: boolean
  /** An address or number of the association, for everybody to read. */
  contact: string | null
  /** Who signs certificates, and as what. */
  signatory: { name: string; title: string | null } | null
  /** What the town offers, its own first; never empty. */
  languages: readonly Language[]
  /** The logo now in use. */
  logo: string | null
}

/** Null before the partnership is founded. */
export async function findSettings(db: Reading): Promise<PartnershipSettings | null> {
  const row = await db.selectFrom('partnership').selectAll().executeTakeFirst()
  if (!row) return null
  return {
    name: row.name,
    demo: row.demo_at !== null,
    contact: row.contact,
    signatory: row.signatory_name === null ? null : { name: row.signatory_name, title: row.signatory_title },
    languages: languagesIn(row.languages),
    logo: row.logo_sha256,
  }
}

function languagesIn(text: string): readonly Language[] {
  const known = text.split(',').filter(isLanguage)
  return known.length > 0 ? known : ['da', 'en']
}

export async function saveSettings(db: Reading, settings: Omit<PartnershipSettings, 'demo'>): Promise<void> {
  await db
    .updateTable('partnership')
    .set({
      name: settings.name,
      contact: settings.contact,
      signatory_name: settings.signatory?.name ?? null,
      signatory_title: settings.signatory?.title ?? null,
      languages: settings.languages.join(','),
      logo_sha256: settings.logo,
    })
    .where('id', '=', 'partnership')
    .execute()
}
