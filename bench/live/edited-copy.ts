import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UserWriter } from '../../src/model/users/write.ts'
import { openWriter } from '../../src/sql/sqlite/connection.ts'
import { Serving } from '../soak/server.ts'

/** A copy of a graph, which may be written to, and a user who may. */
export interface EditedCopy {
  readonly path: string
  /** The token of an editor. */
  readonly token: string
  readonly remove: () => void
}

export function editedCopy(graph: string): EditedCopy {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-edited-'))
  const path = join(folder, 'graph.db')
  copyFileSync(graph, path)
  const connection = openWriter(path)
  const users = new UserWriter(connection)
  const { id } = users.put('editor', 'EDITOR').user
  const { token } = users.issue({ userId: id, kind: 'API' })
  connection.close()
  return { path, token, remove: () => rmSync(folder, { recursive: true }) }
}

/** Does the work with the real server on a copy of a graph; both are gone afterwards. */
export async function withServedCopy<T>(
  graph: string,
  work: (copy: EditedCopy & { readonly url: string; readonly serving: Serving }) => Promise<T>,
): Promise<T> {
  const copy = editedCopy(graph)
  try {
    const { serving, url } = await Serving.start(copy.path, 2_048)
    try {
      return await work({ ...copy, url, serving })
    } finally {
      serving.stop()
    }
  } finally {
    copy.remove()
  }
}
