import { keep } from '#db/keep.ts'
import type { Work } from '#db/work.ts'

/** Whom and where an event concerns, when it concerns somebody or somewhere: people see the lines about themselves. */
export interface Concerns {
  personId?: string
  venueId?: string
}

/** Writes down who did what to what, in the transaction that does it. `particulars` holds ids and figures, never names or free text. */
export async function record(
  work: Work,
  action: string,
  subject: string,
  concerns: Concerns = {},
  particulars: Readonly<Record<string, string | number | null>> = {},
): Promise<void> {
  await insertEvent(work.db, {
    ':id': work.newId(),
    ':at': work.at,
    ':actor': work.actor.personId,
    ':action': action,
    ':subject': subject,
    ':person': concerns.personId ?? null,
    ':venue': concerns.venueId ?? null,
    ':particulars': JSON.stringify(particulars),
  })
}

const insertEvent = keep((db) =>
  db.insertInto('audit_events').values({
    id: ':id',
    at: ':at',
    actor_id: ':actor',
    action: ':action',
    subject: ':subject',
    person_id: ':person',
    venue_id: ':venue',
    particulars: ':particulars',
  }),
)
