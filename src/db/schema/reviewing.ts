/** A trainer asks somebody to look at a module; the link works without an account. */
export interface ReviewRequestsTable {
  id: string
  token_hash: string
  course_id: string
  module_id: string
  to_name: string
  message: string | null
  asked_at: string
  asked_by: string
  expires_at: string
  done_at: string | null
  /** Set when it was taken back. */
  ended_at: string | null
}

/** What a reader says of one file of it. */
export interface ReviewCommentsTable {
  id: string
  request_id: string
  path: string
  /** The text it speaks of. */
  sha256: string | null
  text: string
  written_at: string
  settled_at: string | null
  settled_by: string | null
}

/** Somebody stands behind the text of a module, as `police`, `first-aid` or `lawyer`. */
export interface SignOffsTable {
  id: string
  request_id: string | null
  course_id: string
  module_id: string
  /** Of the module's files as they were read. */
  module_sha256: string
  name: string
  role: string
  signed_at: string
  signed_on: string
  withdrawn_at: string | null
}

/** The sign-offs that hold for a revision: its module is word for word what was signed. */
export interface RevisionSignOffsTable {
  revision_id: string
  sign_off_id: string
  recorded_at: string
}

export interface ReviewingTables {
  review_requests: ReviewRequestsTable
  review_comments: ReviewCommentsTable
  sign_offs: SignOffsTable
  revision_sign_offs: RevisionSignOffsTable
}
