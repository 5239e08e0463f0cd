import { EarlierFileError, GraphFileError } from '../../values/errors.ts'
import { type Connection, openReadConnection } from './connection.ts'
import { checkDatabase, checkFile, isBlank, isUpToDate } from './migrate.ts'

/** Opens a graph's file to read it, or refuses one that is not, or not yet, as this Hearsay writes them. */
export function openUpToDate(path: string): Connection {
  checkFile(path)
  const connection = openReadConnection(path)
  try {
    checkDatabase(connection.db)
    if (isBlank(connection.db)) throw new GraphFileError(`${path} holds no graph.`)
    if (!isUpToDate(connection.db))
      throw new EarlierFileError(
        `${path} was written by an earlier Hearsay. hearsay serve brings it up to date.`,
      )
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}
