import type { Work } from '#db/work.ts'
import { believedRows, saveFact, supersedeFacts, type WholeEmployment } from './employment-store.ts'
import { type JobSpell, sameSpell } from './job-spells.ts'

/**
 * What was believed stays readable as known then; what is believed from now on are new rows. Rows that say the same as before stay. No spells
 * at all: the employment never was. Returns whether anything changed. The caller has asked the policy and records it.
 */
export async function restateEmployment(
  work: Work,
  was: WholeEmployment,
  now: { spells: readonly JobSpell[]; confirm?: boolean; agreed?: boolean },
): Promise<boolean> {
  const rows = await believedRows(work.db, was.id)
  const [first] = rows
  if (!first) return false
  const confirmed = now.confirm
    ? { confirmed_at: first.confirmed_at ?? work.at, confirmed_by: first.confirmed_by ?? work.actor.personId }
    : { confirmed_at: first.confirmed_at, confirmed_by: first.confirmed_by }
  const rewriteAll = now.agreed || confirmed.confirmed_at !== first.confirmed_at
  const stays = rewriteAll ? [] : rows.filter((row) => now.spells.some((spell) => sameSpell(spell, spellOf(row))))
  const goes = rows.filter((row) => !stays.includes(row))
  const comes = now.spells.filter((spell) => !stays.some((row) => sameSpell(spell, spellOf(row))))

  await supersedeFacts(
    work.db,
    goes.map((row) => row.id),
    work.at,
  )
  for (const spell of comes) await writeSpell(work, was, spell, confirmed)
  return goes.length > 0 || comes.length > 0
}

const spellOf = (row: { job: string; first_on: string; last_on: string | null }): JobSpell => ({
  job: row.job as JobSpell['job'],
  firstOn: row.first_on,
  lastOn: row.last_on,
})

/** Writes one job of an employment down as the actor says it. */
export async function writeSpell(
  work: Work,
  of: { id: string; personId: string; venueId: string },
  spell: JobSpell,
  confirmed: { confirmed_at: string | null; confirmed_by: string | null },
): Promise<void> {
  await saveFact(work.db, {
    id: work.newId(),
    employment_id: of.id,
    person_id: of.personId,
    venue_id: of.venueId,
    job: spell.job,
    first_on: spell.firstOn,
    last_on: spell.lastOn,
    ...confirmed,
    written_at: work.at,
    written_by: work.actor.personId,
    superseded_at: null,
  })
}
