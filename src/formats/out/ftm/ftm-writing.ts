import { sql } from 'kysely'
import { slot } from '../../../sql/build.ts'
import { atOnce, type Prepared } from '../../../sql/engine.ts'
import { type KeyTable, nodeKinds } from '../../../values/node-kinds.ts'
import type { ActorType, NodeType } from '../../../values/vocabulary.ts'
import type { Sink } from '../export-format.ts'
import type { ExportedGraph } from '../exported-graph.ts'
import type { NamedNode } from '../node-names.ts'
import type { TallyCounter } from '../tally.ts'

/** Properties of an entity: a text, several, or none. */
export type FtmProperties = Readonly<Record<string, string | readonly string[] | undefined>>

/** The id of the entity that a node is written as, such as `actor.ada-moss`. */
export const ftmId = ({ type, slug }: { type: NodeType; slug: string }): string =>
  `${nodeKinds[type].one}.${slug}`

/** Writes entities of FollowTheMoney, one on a line, and knows which nodes are written at all. */
export class FtmWriting {
  readonly graph: ExportedGraph
  readonly tally: TallyCounter
  readonly #sink: Sink
  readonly #actorTypes: Prepared<{ type: ActorType }>
  /** Nodes that only proposals speak of: FollowTheMoney has no mark for what does not count. */
  readonly #proposed: Readonly<Record<'entity' | 'claim', ReadonlySet<number>>>

  constructor(graph: ExportedGraph, sink: Sink, tally: TallyCounter) {
    this.graph = graph
    this.tally = tally
    this.#sink = sink
    this.#actorTypes = graph.engine.prepare(sql`select type from actor where id = ${slot('key')}`)
    this.#proposed = { entity: this.#proposedIn('entity'), claim: this.#proposedIn('claim') }
  }

  write(schema: string, id: string, properties: FtmProperties): void {
    const lists = Object.entries(properties).flatMap(([name, value]) => {
      const values = [value ?? []].flat()
      return values.length > 0 ? [[name, [...new Set(values)]]] : []
    })
    this.#sink.write(`${JSON.stringify({ id, schema, properties: Object.fromEntries(lists) })}\n`)
  }

  /** Whether a node is written: not what only proposals speak of, and not what lies outside of the part that is taken out. */
  isWritten(type: NodeType, key: number): boolean {
    const table: KeyTable = nodeKinds[type].keyTable
    const isProposed = (table === 'entity' || table === 'claim') && this.#proposed[table].has(key)
    return !isProposed && this.graph.scope.has(type, key)
  }

  /** A node that another one names, where it is written; else the link to it is counted. */
  linked(type: NodeType, slug: string | undefined): NamedNode | null {
    if (slug === undefined) return null
    const node = this.graph.named(type, slug)
    if (this.isWritten(node.type, node.key)) return node
    this.tally.leave('links to what is not written')
    return null
  }

  /** The ids of entities that are named. */
  ids(type: NodeType, slugs: readonly (string | undefined)[]): string[] {
    return slugs.flatMap((slug) => {
      const node = this.linked(type, slug)
      return node ? [ftmId(node)] : []
    })
  }

  actorType(key: number): ActorType | undefined {
    return atOnce(this.#actorTypes.get({ key }))?.type
  }

  /** Counts the fields of an item that have no place. */
  leaveFields(item: object, one: string, names: readonly string[]): void {
    const fields: Readonly<Record<string, unknown>> = { ...item }
    for (const name of names) if (fields[name] !== undefined) this.tally.leave(`${one}.${name}`)
  }

  #proposedIn(table: 'entity' | 'claim'): ReadonlySet<number> {
    const rows = this.graph.engine.prepare<{ id: number }>(
      sql`select id from ${sql.table(table)} where review <> 'ACCEPTED'`,
    )
    return new Set(atOnce(rows.all({})).map(({ id }) => id))
  }
}
