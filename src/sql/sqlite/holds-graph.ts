import { statsAt } from '../../values/stats.ts'
import { openReadConnection } from './connection.ts'
import { checkDatabase, checkFile, isBlank } from './migrate.ts'

/** Whether a file holds a graph, by whichever Hearsay up to this one; where it holds anything else, it is refused. */
export function holdsGraph(path: string): boolean {
  if (!statsAt(path)?.size) return false
  checkFile(path)
  const { db } = openReadConnection(path)
  try {
    checkDatabase(db)
    return !isBlank(db)
  } finally {
    db.close()
  }
}
