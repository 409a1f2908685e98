import { dayOf } from '#base/dates.ts'
import type { Reading } from '#db/work.ts'
import type { Doer } from './line.ts'
import { type AuditFilter, type AuditLine, auditLines, selvesOf } from './store.ts'

/** The lines about a person, newest first, with the role of whoever did it as it was then. The caller has asked the policy. */
export async function ownLines(
  db: Reading,
  personId: string,
  page: Pick<AuditFilter, 'before' | 'most' | 'withoutNouns'> = {},
): Promise<(AuditLine & { doer: Doer })[]> {
  const selves = await selvesOf(db, personId)
  const lines = await auditLines(db, { about: selves, ...page })
  const others = new Set(lines.map((line) => line.actorId).filter((id) => !selves.includes(id)))
  const held = others.size === 0 ? [] : await rolesEverHeld(db, [...others])
  return lines.map((line) => ({ ...line, doer: doerOf(line, selves, held) }))
}

type Held = Awaited<ReturnType<typeof rolesEverHeld>>[number]

const rolesEverHeld = (db: Reading, people: readonly string[]) =>
  db.selectFrom('role_facts').selectAll().where('person_id', 'in', people).execute()

function doerOf(line: AuditLine, selves: readonly string[], held: readonly Held[]): Doer {
  if (selves.includes(line.actorId)) return 'self'
  if (!line.actorIsPerson) return line.actorId === 'operator' ? 'operator' : 'system'
  const roles = held.filter((fact) => fact.person_id === line.actorId && wasIn(fact, line.at))
  if (roles.some(({ role, venue_id }) => role === 'manager' && venue_id === line.venueId)) return 'manager'
  if (roles.some(({ role }) => role === 'association')) return 'association'
  if (roles.some(({ role }) => role === 'manager')) return 'manager'
  return roles.some(({ role }) => role === 'trainer') ? 'trainer' : 'other'
}

/** Was this so at that instant, as it was known then? */
function wasIn(fact: Held, at: string): boolean {
  const day = dayOf(new Date(at))
  const known = fact.written_at <= at && (fact.superseded_at === null || fact.superseded_at > at)
  return known && fact.first_on <= day && (fact.last_on === null || day <= fact.last_on)
}
