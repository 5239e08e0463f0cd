import { statSync } from 'node:fs'
import { openReadConnection } from './connection.ts'
import { checkDatabase, checkFile, isBlank } from './migrate.ts'

/** Whether a file holds a graph, by whichever Hearsay up to this one; where it holds anything else, it is refused. */
export function holdsGraph(path: string): boolean {
  if (!statSync(path, { throwIfNoEntry: false })?.size) return false
  checkFile(path)
  const { db } = openReadConnection(path)
  try {
    checkDatabase(db)
    return !isBlank(db)
  } finally {
    db.close()
  }
}
