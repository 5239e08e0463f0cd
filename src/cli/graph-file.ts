import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { LaterFileError } from '../db/migrate.ts'
import { type Connection, openWriter } from '../db/open.ts'
import { UserError } from '../errors.ts'
import { Failure } from './failure.ts'

/**
 * Opens a graph's file for writing, made or brought up to date where need be, or says what is wrong with the path.
 *
 * @param begin Puts the first things into a file that holds nothing yet.
 */
export function openGraphFile(path: string, begin?: (connection: Connection) => void): Connection {
  if (!existsSync(dirname(resolve(path))))
    throw new Failure(
      `The folder of ${path} does not exist. Make it first, or choose another file with --db.`,
    )
  if (existsSync(path) && statSync(path).isDirectory())
    throw new Failure(
      `${path} is a folder. Name a file with --db, such as ${path.replace(/\/$/, '')}/hearsay.db.`,
    )
  try {
    return openWriter(path, begin)
  } catch (error) {
    throw problemOf(path, error)
  }
}

export const isEmpty = ({ db }: Connection): boolean =>
  db
    .prepare('select not exists (select 1 from entity) and not exists (select 1 from source)')
    .pluck()
    .get() === 1

function problemOf(path: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if (error instanceof LaterFileError)
    return new Failure(`${error.message} Update Hearsay, or choose another file with --db.`)
  if (error instanceof UserError) return new Failure(`${error.message} Choose another file with --db.`)
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_NOTADB')
    return new Failure(`${path} is not an SQLite database. Choose another file with --db.`)
  if (code === 'SQLITE_BUSY')
    return new Failure(`${path} is being written by another program. Try again when it is done.`)
  if (code.startsWith('SQLITE_CORRUPT')) return new Failure(`${path} is damaged: ${error.message}.`)
  if (code.startsWith('SQLITE_READONLY') || ['SQLITE_CANTOPEN', 'SQLITE_PERM', 'EACCES'].includes(code))
    return new Failure(
      `${path} cannot be written (${error.message}). See to its rights, or choose another with --db.`,
    )
  return error
}
