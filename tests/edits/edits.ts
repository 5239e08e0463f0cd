import { importDossiers } from '../../src/dossier/import.ts'
import { performWrite } from '../../src/edits/perform.ts'
import type { WriteRequest, WriteResult } from '../../src/edits/request.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { dbOf } from '../engine.ts'
import { newGraph } from '../graph.ts'
import { dispute } from '../graph-fixture.ts'

type Unsigned<Request> = Request extends WriteRequest ? Omit<Request, 'by'> : never

/** A graph with the dispute in it, that is changed as the API would change it. */
export class EditedGraph {
  readonly connection: ImmediateEngine

  constructor(folder: string) {
    this.connection = newGraph(folder)
    importDossiers(this.connection, [dispute])
  }

  write(request: Unsigned<WriteRequest>, by: number | null = null): Promise<WriteResult> {
    return performWrite(this.connection, { ...request, by })
  }

  /** The same, of what must be done. */
  async done(request: Unsigned<WriteRequest>): Promise<WriteResult & { readonly id: string }> {
    const result = await this.write(request)
    if (result.problems.length > 0) throw new Error(result.problems.map(({ message }) => message).join('\n'))
    return { ...result, id: `revision_${result.revision}` }
  }

  row(sql: string, ...values: (string | number)[]): Record<string, unknown> | undefined {
    return dbOf(this.connection)
      .prepare<unknown[], Record<string, unknown>>(sql)
      .get(...values)
  }
}
