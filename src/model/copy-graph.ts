import { type CopyProgress, copyTables } from '../sql/copy-tables.ts'
import { UserError } from '../values/errors.ts'
import { graphName } from './address.ts'
import { isGraphAt, makeGraph, openUpToDate } from './open.ts'

/**
 * Makes a graph at an address as the one at another is at this moment: every node by its id, the history, the users with
 * their tokens, what is derived. Others may read and write what is copied meanwhile. Where it fails, nothing is made.
 */
export function copyGraph(from: string, to: string, onProgress?: CopyProgress): void {
  const source = openUpToDate(from)
  try {
    if (isGraphAt(to)) throw graphThereError(to)
    const isMade = source.snapshot(() =>
      makeGraph(to, (target) =>
        target.load(
          () => copyTables(source, target, onProgress),
          () => {},
        ),
      ),
    )
    if (!isMade) throw graphThereError(to)
  } finally {
    source.close()
  }
}

const graphThereError = (to: string): UserError =>
  new UserError(`${graphName(to)} holds a graph already. Name a place where there is none.`)
