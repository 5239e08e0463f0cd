import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import { eachTuple } from '../../sql/dialect.ts'
import type { ImmediateCommand, ImmediateEngine } from '../../sql/engine.ts'
import type { NodeId } from '../../values/id.ts'
import { type NodeType, nodeTypes } from '../../values/vocabulary.ts'
import { movedFields } from './moved-fields.ts'
import { NamingFields } from './naming-fields.ts'

type FieldsOfNodes = readonly [type: NodeType, fields: ReadonlyMap<number, object>]

/** Notes in the journal of which nodes a merge, or taking one apart, changed whom they name. */
export class MovedNodes {
  readonly #fields: NamingFields
  readonly #note: ImmediateCommand
  #before: readonly FieldsOfNodes[] = []

  constructor(engine: ImmediateEngine) {
    this.#fields = new NamingFields(engine)
    this.#note = engine.command(sql`insert into change (type, node_id, revision_id, before)
      select n.type, n.id, ${slot('revision')}, n.before
      from ${eachTuple('moved', { type: 'text', id: 'number', before: 'text' })} n
      where true on conflict do nothing`)
  }

  /** To be called before anything is moved, with all nodes that may be. */
  look(nodes: readonly NodeId[]): void {
    this.#before = nodeTypes.map((type) => {
      const keys = new Set(nodes.filter((node) => node.type === type).map(({ key }) => key))
      return [type, this.#fields.of(type, [...keys])] as const
    })
  }

  /** Notes what has been moved since then. Of a node that was changed otherwise too there is a whole change already. */
  keep(revision: number): void {
    const moved = this.#before.flatMap(([type, before]) => {
      const after = this.#fields.of(type, [...before.keys()])
      return [...before].flatMap(([id, was]) => {
        const is = after.get(id)
        const fields = is ? movedFields(type, was, is) : null
        return fields === null ? [] : [[type, id, fields] as const]
      })
    })
    this.#before = []
    if (moved.length > 0) this.#note.run({ revision, moved: JSON.stringify(moved) })
  }
}
