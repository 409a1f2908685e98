/** This job needs this course within so many days: dated like employments. `job` is `any` for every job. */
export interface RequirementFactsTable {
  id: string
  job: string
  course_id: string
  days: number
  counts_from_on: string
  last_on: string | null
  written_at: string
  written_by: string
  superseded_at: string | null
}

export interface RequirementsTables {
  requirement_facts: RequirementFactsTable
}
