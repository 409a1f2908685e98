/** A file of a course as a trainer is writing it. Several rows of one file that are not superseded stand beside each other. */
export interface DraftsTable {
  id: string
  course_id: string
  path: string
  /** The text (source_files); null = the file is to go. Writing on changes it in place. */
  sha256: string | null
  /** The published text it began with; null = there was none. */
  started_from: string | null
  written_at: string
  written_by: string
  /** The opening of the editor it was last saved from, as the page named itself. */
  sitting: string | null
  superseded_at: string | null
  superseded_by: string | null
}

/** What was said of a picture when it was uploaded. */
export interface UploadedPicturesTable {
  sha256: string
  course_id: string
  path: string
  alt_da: string
  alt_en: string
  /** 1 when there is text in it that somebody has to be able to read otherwise. */
  contains_text: number
  uploaded_at: string
  uploaded_by: string
}

export interface DraftsTables {
  drafts: DraftsTable
  uploaded_pictures: UploadedPicturesTable
}
