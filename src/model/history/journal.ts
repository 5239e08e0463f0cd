import { type RawBuilder, sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import type {
  ImmediateCommand,
  ImmediateEngine,
  ImmediateInsertion,
  ImmediatePrepared,
} from '../../sql/engine.ts'
import { type KeyTable, keyTables, nodeKinds } from '../../values/node-kinds.ts'
import { type NodeType, nodeTypes, type RevisionAction } from '../../values/vocabulary.ts'
import type { GreatestKeys, TouchedNodes } from '../derived/touched-nodes.ts'
import type { NodeChanges } from '../nodes/node-changes.ts'
import { typeIn } from '../nodes/type-in.ts'
import { WrittenForms } from './written.ts'

/** Who changes the graph, what for, and by doing what. */
export interface RevisionDraft {
  /** The key of a user; null for whoever works on the file itself. */
  readonly by: number | null
  readonly action: RevisionAction
  readonly note?: string | undefined
  /** The revision that this one takes back. */
  readonly undoes?: number | undefined
}

/** An import by whoever works on the file itself. */
export const anImport: RevisionDraft = { by: null, action: 'IMPORT' }

interface NodeChange {
  readonly type: NodeType
  readonly id: number
  /** The node's written form as JSON; null where it was not there. */
  readonly before: string | null
}

/** The greatest key that was ever given in each table, by the last run of keys of each kind. */
const greatestKeys = sql<Record<KeyTable, number>>`select ${sql.join(
  keyTables.map((table) => sql`${greatestKeyIn(table)} as ${sql.ref(table)}`),
)}`

function greatestKeyIn(table: KeyTable): RawBuilder<number> {
  const ends = nodeTypes
    .filter((type) => nodeKinds[type].keyTable === table)
    .map(
      (type) =>
        sql`select coalesce((select last_id from creation where type = ${sql.lit(type)}
          order by first_id desc limit 1), 0) as last_id`,
    )
  return sql`(select max(last_id) from (${sql.join(ends, sql` union all `)}) ends)`
}

const newRows = (table: KeyTable) => sql`${sql.table(table)} where id > ${slot(table)}`

/** Runs of neighbouring keys, one row for each: whatever is imported together. */
const runsIn = (table: KeyTable) => sql`insert into creation (type, first_id, last_id, revision_id)
  select type, min(id), max(id), ${slot('revision')} from (
    select id, ${typeIn(table)} as type, id - row_number() over (partition by ${typeIn(table)} order by id) as run
    from ${newRows(table)}
  ) runs group by type, run`

/**
 * Keeps what a transaction does to nodes: which it makes, as runs of keys, and how each other one was before. A revision
 * of a million new nodes takes a few rows; a change takes the node's form from before it.
 */
export class Journal implements NodeChanges {
  readonly #forms: WrittenForms
  readonly #touched: TouchedNodes
  readonly #greatest: ImmediatePrepared<Record<KeyTable, number>>
  readonly #isNew: ImmediatePrepared<{ found: number }>
  readonly #revise: ImmediateInsertion
  readonly #runs: readonly ImmediateCommand[]
  readonly #note: ImmediateCommand
  #changes = new Map<string, NodeChange>()
  #known: GreatestKeys | null = null

  constructor(engine: ImmediateEngine, touched: TouchedNodes) {
    this.#touched = touched
    this.#forms = new WrittenForms(engine)
    this.#greatest = engine.prepare(greatestKeys)
    this.#isNew = engine.prepare(
      sql`select 1 as found where ${sql.join(
        keyTables.map((table) => sql`exists (select 1 from ${newRows(table)})`),
        sql` or `,
      )}`,
    )
    const last = sql`(select at from revision order by id desc limit 1)`
    // Revisions are in the order of time, even where the clock was put back.
    this.#revise = engine.insertion(sql`insert into revision (at, by_id, action, note, undoes_id)
      values (case when ${last} > ${slot('at')} then ${last} else ${slot('at')} end,
        ${slot('by')}, ${slot('action')}, ${slot('note')}, ${slot('undoes')})`)
    this.#runs = keyTables.map((table) => engine.command(runsIn(table)))
    this.#note = engine.command(sql`insert into change (type, node_id, revision_id, before)
      values (${slot('type')}, ${slot('id')}, ${slot('revision')}, ${slot('before')})`)
  }

  /**
   * What comes from here on is one revision.
   *
   * @returns By which keys it is told what is new.
   */
  begin(): GreatestKeys {
    this.#changes = new Map()
    this.#known = this.#greatest.get() ?? null
    return this.#mustKnow()
  }

  touch(type: NodeType, id: number): void {
    if (this.#isKept(type, id)) return
    this.#touched.note(type, [id])
    const form = this.#forms.of(type, id)
    this.#keep({ type, id, before: form && JSON.stringify(form) })
  }

  restore(type: NodeType, id: number): void {
    if (this.#isKept(type, id)) return
    this.#touched.noteRestored(type, id)
    this.#keep({ type, id, before: null })
  }

  /** All nodes are there that this revision makes: whether there are any is asked next. */
  expectEnd(): void {
    this.#isNew.expect([{ ...this.#mustKnow() }])
  }

  /** Writes the revision; null where nothing was changed, and there is none. */
  end({ by, action, note, undoes }: RevisionDraft): number | null {
    const known = this.#mustKnow()
    const isNew = this.#isNew.get(known) !== undefined
    if (!isNew && this.#changes.size === 0) return null
    const given = { by, action, note: note ?? null, undoes: undoes ?? null }
    const revision = this.#revise.run({ ...given, at: Date.now() })
    if (isNew) for (const runs of this.#runs) runs.run({ ...known, revision })
    for (const { type, id, before } of this.#changes.values()) this.#note.run({ type, id, before, revision })
    return revision
  }

  /** What this transaction has made has no past. */
  #isKept(type: NodeType, id: number): boolean {
    return id > this.#mustKnow()[nodeKinds[type].keyTable] || this.#changes.has(keyOf({ type, id }))
  }

  #keep(change: NodeChange): void {
    this.#changes.set(keyOf(change), change)
  }

  #mustKnow(): GreatestKeys {
    if (!this.#known) throw new Error('A writer was used outside of a transaction.')
    return this.#known
  }
}

const keyOf = ({ type, id }: Pick<NodeChange, 'type' | 'id'>): string => `${type} ${id}`
