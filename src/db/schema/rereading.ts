/** A page that holders of valid certificates have to read again since a revision. */
export interface RereadPagesTable {
  revision_id: string
  course_id: string
  /** The revision's number. */
  number: number
  module_id: string
  page_id: string
  /** Days from `asked_on` to `due_on`: whoever earns a certificate on an older text later has as many, from the day of issue. */
  days: number
  due_on: string
  asked_at: string
  asked_on: string
}

/** A short renewal that was completed: the certificates earned in an enrolment are up to date with a revision. */
export interface RereadingsTable {
  earned_in: string
  course_id: string
  number: number
  revision_id: string
  done_in: string
  done_at: string
  done_on: string
}

export interface RereadingTables {
  reread_pages: RereadPagesTable
  rereadings: RereadingsTable
}
