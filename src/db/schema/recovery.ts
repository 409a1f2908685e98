/** Codes that get somebody back in, ten at a time, each once. */
export interface RecoveryCodesTable {
  id: string
  person_id: string
  /** Argon2id of the code with the salt all ten share. */
  code_hash: string
  salt: string
  issued_at: string
  used_at: string | null
  /** Set when new codes took their place. */
  replaced_at: string | null
}

/** Links to choose a new password with, each once and for a day. */
export interface ResetLinksTable {
  token_hash: string
  person_id: string
  issued_at: string
  issued_by: string
  expires_at: string
  used_at: string | null
  /** Set when it may not be used any more. */
  ended_at: string | null
}

export interface RecoveryTables {
  recovery_codes: RecoveryCodesTable
  reset_links: ResetLinksTable
}
