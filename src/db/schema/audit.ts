/** Who did what, when, to what: written in the same transaction as the change. No names, only ids. */
export interface AuditEventsTable {
  id: string
  at: string
  actor_id: string
  action: string
  subject: string
  person_id: string | null
  venue_id: string | null
  particulars: string
}

/** Who looked at somebody's data, once a day and kind: at one person, or at the people of a venue. */
export interface LooksTable {
  id: string
  looker_id: string
  looker_role: string
  /** `person`, `staff`, `sheet` … */
  kind: string
  person_id: string | null
  venue_id: string | null
  looked_on: string
  looked_at: string
}

export interface AuditTables {
  looks: LooksTable
  audit_events: AuditEventsTable
}
