import type { Day } from '#base/dates.ts'
import type { Fact, State } from '#web/parts.ts'
import type { Words } from '#web/words.ts'
import type { Certificate } from './certificate.ts'
import { isBehind, type Owing } from './owing.ts'

/** What has to be read again and by when, in two or three short sentences. */
export function owingText(owing: Owing, today: Day, w: Words): string {
  const of = { count: owing.pages.length }
  const day = w.date(owing.dueOn)
  if (isBehind(owing, today)) return w.t('certificates.behindText', { ...of, day })
  if (owing.dueOn < today) return w.t('certificates.owesAnyway', of)
  return w.t(owing.dueOn === today ? 'certificates.owesToday' : 'certificates.owesText', { ...of, day })
}

export function owingState(owing: Owing, today: Day, w: Words): State {
  return isBehind(owing, today)
    ? { state: 'late', text: w.t('certificates.behind') }
    : { state: 'expiring', text: w.t('certificates.owes', { count: owing.pages.length }) }
}

/** Which text it is up to date with since when, for whoever verifies it; none when nothing was to be read again. */
export function broughtUpFacts({ broughtUp }: Pick<Certificate, 'broughtUp'>, w: Words): Fact[] {
  if (broughtUp === null) return []
  const text = w.t('certificates.broughtUpTo', { number: broughtUp.number, date: w.date(broughtUp.on) })
  return [{ term: w.t('certificates.broughtUp'), text }]
}
