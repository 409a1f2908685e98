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

export interface AuditTables {
  audit_events: AuditEventsTable
}
