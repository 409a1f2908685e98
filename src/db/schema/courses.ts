/** One frozen text of a course. Never updated, never deleted: attempts and certificates point here for ever. */
export interface RevisionsTable {
  /** `grundkursus-` and the first 16 hex digits of the document's SHA-256: the same text has the same id everywhere. */
  id: string
  course_id: string
  /** 1, 2, 3 … per course, in order of publication. */
  number: number
  sha256: string
  /** The whole course as JSON (courses/course.ts: CourseDocument), pages already rendered. */
  document: string
  published_at: string
  published_by: string
}

/** What the files of a course were when they were last read whole, so that a start need not read them again. */
export interface CourseSourcesTable {
  course_id: string
  sha256: string
  read_at: string
}

export interface CoursesTables {
  revisions: RevisionsTable
  course_sources: CourseSourcesTable
}
