import type { Tables } from '#db/schema/tables.ts'

/**
 * How the rows of a table are somebody's: a column that holds the person, or the id of something of hers. Never her login: nobody checks that an
 * address is whose who signs in with it.
 */
type Tie = readonly [column: string, of: 'person' | 'enrolment' | 'attempt' | 'certificate']

interface KeptTable<Table extends keyof Tables = keyof Tables> {
  /** What the export calls it. */
  as: string
  of: readonly Tie[]
  told: readonly (keyof Tables[Table])[]
  /** Columns that are not told, each with the reason. */
  leftOut: Readonly<Partial<Record<keyof Tables[Table], string>>>
}

/** What is kept, by table. */
export type KeptTables = Readonly<{ [Table in keyof Tables]?: KeptTable<Table> }>

export const inner = 'an inner number that says nothing'
export const you = 'it is you'
