import { record } from '#audit/record.ts'
import { found, must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { findSettings, type PartnershipSettings, saveSettings } from './partnership-store.ts'

const parts = ['name', 'contact', 'signatory', 'languages', 'logo'] as const
export type SettingsPart = (typeof parts)[number]

/**
 * Changes how the town presents itself; what is not given stays. Nothing is written when nothing is new. Certificates keep what they were
 * issued with. Refuses: forbidden; not-found before the partnership is founded.
 */
export async function describePartnership(
  work: Work,
  change: Partial<Omit<PartnershipSettings, 'demo'>>,
): Promise<void> {
  must(may.settleTown(work.actor), 'change the settings of the town')
  const was = found(await findSettings(work.db), 'partnership')
  const is = { ...was, ...change }
  const changed = parts.filter((part) => JSON.stringify(was[part]) !== JSON.stringify(is[part]))
  if (changed.length === 0) return
  await saveSettings(work.db, is)
  await record(work, 'partnership.described', 'partnership', {}, { parts: changed.join(' ') })
}
