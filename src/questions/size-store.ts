import type { Connection } from '../db/open.ts'
import { build, Prepared } from '../db/prepare.ts'
import type { NodeType } from '../vocabulary.ts'

/** How much there is of each noun; of statements, the accepted ones. */
export class SizeStore {
  readonly #sizes: Prepared<{ type: NodeType; nodes: number }>

  constructor(connection: Connection) {
    this.#sizes = new Prepared(connection, build.selectFrom('size').select(['type', 'nodes']))
  }

  all(): Map<NodeType, number> {
    return new Map(this.#sizes.all().map(({ type, nodes }) => [type, nodes]))
  }
}
