import { record } from '#audit/record.ts'
import { must } from '#base/refusal.ts'
import type { Work } from '#db/work.ts'
import { may } from '#policy.ts'
import { localFactsOf, localFactText, saveLocalFact, supersedeLocalFact } from './local-facts-store.ts'

/** What was typed for one local fact; a language that was not asked for is left out. */
export interface TypedFact {
  key: string
  da?: string
  en?: string
  /** The row that stood on the page, so that what somebody else has filled in since is not taken back; null when none. */
  seen: string | null
}

/**
 * Fills in what the course text leaves open, for the town (venue null) or a venue. Only what was changed on the page is written; a text
 * emptied in both languages is taken back. Refuses: forbidden.
 */
export async function fillLocalFacts(work: Work, venueId: string | null, typed: readonly TypedFact[]): Promise<void> {
  const allowed = venueId === null ? may.settleTown(work.actor) : may.fillLocalFacts(work.actor, { venueId })
  must(allowed, 'fill in local facts')
  const current = await localFactsOf(work.db, venueId)
  for (const one of typed) {
    const shown = (one.seen && (await localFactText(work.db, one.seen))) || empty
    const wanted = { da: one.da ?? shown.da, en: one.en ?? shown.en }
    const is = current.find((fact) => fact.key === one.key) ?? empty
    if (same(wanted, shown) || same(wanted, is)) continue
    await replace(work, { key: one.key, venueId, ...wanted })
  }
}

const empty = { da: '', en: '' }
const same = (a: typeof empty, b: typeof empty) => a.da === b.da && a.en === b.en

async function replace(
  work: Work,
  fact: { key: string; venueId: string | null; da: string; en: string },
): Promise<void> {
  await supersedeLocalFact(work.db, fact, work.at)
  const isEmpty = same(fact, empty)
  if (!isEmpty) await saveLocalFact(work.db, { id: work.newId(), ...fact, at: work.at, by: work.actor.personId })
  const at = fact.venueId === null ? {} : { venueId: fact.venueId }
  await record(work, isEmpty ? 'local-fact.emptied' : 'local-fact.filled', fact.key, at)
}
