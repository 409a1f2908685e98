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
  await work.db
    .insertInto('audit_events')
    .values({
      id: work.newId(),
      at: work.at,
      actor_id: work.actor.personId,
      action,
      subject,
      person_id: concerns.personId ?? null,
      venue_id: concerns.venueId ?? null,
      particulars: JSON.stringify(particulars),
    })
    .execute()
}
