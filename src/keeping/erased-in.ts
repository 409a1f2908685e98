import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Erased } from '#db/erased.ts'

/** Who was erased according to a database that may be damaged or old; null when it cannot say. It is read and not changed. */
export function erasedIn(file: string): Erased[] | null {
  if (!existsSync(file)) return null
  try {
    const database = new Database(file, { readonly: true })
    try {
      return database
        .prepare('select id as personId, erased_at as erasedAt from people where erased_at is not null')
        .all() as Erased[]
    } finally {
      database.close()
    }
  } catch {
    return null
  }
}
