/** A letter, written in the transaction of what it tells of, and sent afterwards. */
export interface LettersTable {
  id: string
  /** What keeps it from being written twice, such as `reset-link <id>`; also the left part of its Message-ID. */
  once: string
  person_id: string | null
  to_address: string
  to_name: string | null
  language: string
  kind: string
  subject: string
  /** Null once a secret letter was sent, and when a letter is old. */
  text: string | null
  html: string | null
  /** 1 when it holds a link that opens an account: then nobody else may read it. */
  secret: number
  queued_at: string
  next_try_at: string
  /** Somebody is sending it until then. */
  leased_until: string | null
  tries: number
  /** What the mail server last said. */
  fault: string | null
  sent_at: string | null
  given_up_at: string | null
  /** Set when it must not go by itself any more: after a restore it may have been sent already. */
  held_at: string | null
  handed_over_at: string | null
  handed_over_by: string | null
}

/** What a person is told at the next visit: `kind` names the words, `particulars` (JSON) what stands in them. */
export interface NoticesTable {
  id: string
  person_id: string
  kind: string
  particulars: string
  told_at: string
  seen_at: string | null
}

export interface MailTables {
  letters: LettersTable
  notices: NoticesTable
}
