import type { Generated } from 'kysely'

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
  /** `shipped`: from the folder that came with the software; `town`: a trainer published it. */
  origin: Generated<string>
  /** What the trainer said of it. */
  note: string | null
}

/** What the files of a course were when they were last read whole, so that a start need not read them again. */
export interface CourseSourcesTable {
  course_id: string
  sha256: string
  read_at: string
}

/** Files of courses by their SHA-256, each once: `utf8` text or `base64` bytes. Never changed. */
export interface SourceFilesTable {
  sha256: string
  encoding: string
  content: string
}

/** The files a revision was made from; none for revisions from before files were kept. */
export interface RevisionFilesTable {
  revision_id: string
  /** Inside the course's folder: `politisamarbejde/da/quiz.md`. */
  path: string
  sha256: string
}

/** The files the software brought along at the last start, and which of them the town has dealt with; null = no such file. */
export interface ShippedFilesTable {
  course_id: string
  path: string
  sha256: string | null
  /** What the town had before it when it last took, kept or merged; offered while it differs from `sha256`. */
  settled_sha256: string | null
}

export interface CoursesTables {
  source_files: SourceFilesTable
  revision_files: RevisionFilesTable
  shipped_files: ShippedFilesTable
  revisions: RevisionsTable
  course_sources: CourseSourcesTable
}
