import type { Work } from '#db/work.ts'
import { describePartnership } from '#people/describe-partnership.ts'
import { keepLogo, type Logo } from './store.ts'

/** Puts up another logo, or none. The one before is kept for the certificates that carry it. Refuses: forbidden. */
export async function changeLogo(work: Work, logo: Logo | null): Promise<void> {
  if (logo) await keepLogo(work.db, logo, work.at)
  await describePartnership(work, { logo: logo?.sha256 ?? null })
}
