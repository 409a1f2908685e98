/** A link that gives a role (`role`), or the account of a person whom a venue has entered (`account`): each once and for seven days. */
export interface InvitationsTable {
  id: string
  token_hash: string
  kind: string
  role: string | null
  venue_id: string | null
  /** Whose account it opens; null for a role. */
  person_id: string | null
  to_name: string | null
  to_address: string | null
  language: string
  issued_at: string
  issued_by: string
  expires_at: string
  used_at: string | null
  used_by: string | null
  /** Set when it was taken back or another took its place. */
  ended_at: string | null
}

export interface InvitationsTables {
  invitations: InvitationsTable
}
