/** Every logo there ever was: certificates keep the one they were issued with. */
export interface LogosTable {
  /** Of the PNG, in hex. */
  sha256: string
  /** Base64. */
  png: string
  width: number
  height: number
  added_at: string
}

/** What the town (venue null) or a venue has filled in for `{{lokalt:key}}`. A new value supersedes the old; an empty one takes it back. */
export interface LocalFactsTable {
  id: string
  key: string
  venue_id: string | null
  value_da: string
  value_en: string
  written_at: string
  written_by: string
  superseded_at: string | null
}

export interface TownTables {
  logos: LogosTable
  local_facts: LocalFactsTable
}
