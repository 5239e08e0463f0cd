import { openDatabase } from './handle.ts'
import { migrate } from './migrate.ts'
import { addTextFunctions } from './text-functions.ts'

/** A table, an index, a trigger or a view, and the SQL that makes it. */
export interface SchemaPart {
  readonly type: 'table' | 'index' | 'trigger' | 'view'
  readonly name: string
  readonly table: string
  readonly sql: string
}

let known: readonly SchemaPart[] | null = null

/** What a file that is made now consists of. */
export function freshSchema(): readonly SchemaPart[] {
  known ??= madeSchema()
  return known
}

function madeSchema(): readonly SchemaPart[] {
  const db = openDatabase(':memory:')
  try {
    addTextFunctions(db)
    migrate(db)
    return db.prepare<[], SchemaPart>(schemaQuery).all()
  } finally {
    db.close()
  }
}

/** Without what SQLite makes by itself: indexes of keys, and statistics. */
export const schemaQuery = `select type, name, tbl_name as "table", sql from sqlite_schema
  where sql is not null and name not like 'sqlite\\_%' escape '\\' order by rowid`
