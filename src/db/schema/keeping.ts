/** Copies of the database: asked for, made, or failed. */
export interface BackupsTable {
  id: string
  asked_at: string
  /** `clockwork`, or `operator` on the command line. */
  asked_by: string
  started_at: string | null
  finished_at: string | null
  /** Absolute path. */
  file: string | null
  bytes: number | null
  sha256: string | null
  fault: string | null
}

export interface KeepingTables {
  backups: BackupsTable
}
