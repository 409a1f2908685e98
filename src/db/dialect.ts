import type { DatabaseConnection, Dialect, LimitNode, SqliteDatabase, SqliteStatement } from 'kysely'
import { CompiledQuery, SqliteAdapter, SqliteDriver, SqliteIntrospector, SqliteQueryCompiler, ValueNode } from 'kysely'

class Adapter extends SqliteAdapter {
  /** SQLite does roll back DDL; the stock adapter says no, and a failed migration would stay half done. */
  override get supportsTransactionalDdl() {
    return true
  }
}

class Driver extends SqliteDriver {
  /** Takes the write lock at the start: a deferred `begin` fails at once on upgrade, and busy_timeout never helps. */
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(beginImmediate)
  }

  /** On a full disk SQLite has rolled back by itself: a second time fails, and would hide why. */
  override async rollbackTransaction(connection: DatabaseConnection) {
    try {
      await super.rollbackTransaction(connection)
    } catch (error) {
      if (!/no transaction is active/.test(String(error))) throw error
    }
  }
}

class Compiler extends SqliteQueryCompiler {
  /** Writes a limit out: SQLite plans a query anew at every run when its limit is a parameter. */
  protected override visitLimit(node: LimitNode) {
    const { limit } = node
    if (ValueNode.is(limit) && Number.isSafeInteger(limit.value)) this.append(`limit ${Number(limit.value)}`)
    else super.visitLimit(node)
  }
}

const beginImmediate = CompiledQuery.raw('begin immediate')

/** Kysely's SQLite with four defaults changed: `begin immediate`, DDL in transactions, prepared statements kept, limits written out. */
export const sqlite = (database: SqliteDatabase): Dialect => ({
  createAdapter: () => new Adapter(),
  createDriver: () => new Driver({ database: keepStatements(database) }),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new Compiler(),
})

const mostKept = 500

/** Preparing costs more than most of our queries take to run; the texts are few, so each is prepared once. */
function keepStatements(database: SqliteDatabase): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare(text) {
      const known = kept.get(text)
      if (known) return known
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value as string)
      const statement = database.prepare(text)
      kept.set(text, statement)
      return statement
    },
  }
}
