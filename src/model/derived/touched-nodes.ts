import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import type { ImmediateCommand, ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import { type KeyTable, keyTables, nodeKinds } from '../../values/node-kinds.ts'
import { recordFrom } from '../../values/record.ts'
import { type NodeType, nodeTypes } from '../../values/vocabulary.ts'
import { typeIn } from '../nodes/type-in.ts'
import { copiesOf } from './copies.ts'
import type { NoteDraft } from './note.ts'
import { countsOf, ownersOf } from './noted-counts.ts'
import { namesOf, stalesOf } from './noted-names.ts'

/** The greatest key in each table before a transaction: what has a greater one is new. */
export type GreatestKeys = Readonly<Record<KeyTable, number>>

const notesOf = (type: NodeType): readonly NoteDraft[] => [
  ...ownersOf(type),
  ...namesOf(type),
  ...stalesOf(type),
  ...countsOf(type),
  ...copiesOf(type),
]

/** One thing that is noted of nodes, and of which it has been. */
class Note {
  readonly draft: NoteDraft
  readonly #command: ImmediateCommand
  readonly #ids = new Set<number>()

  constructor(draft: NoteDraft, command: ImmediateCommand) {
    this.draft = draft
    this.#command = command
  }

  add(ids: readonly number[]): void {
    for (const id of ids) this.#ids.add(id)
  }

  /** Adds those that have not been noted, and notes what they are as yet. */
  noteBefore(ids: readonly number[]): void {
    const added = ids.filter((id) => !this.#ids.has(id))
    if (added.length === 0) return
    this.add(added)
    if (this.draft.kind !== 'COPY') this.#run(added, -1)
  }

  noteAfter(): void {
    if (this.#ids.size > 0) this.#run([...this.#ids], 1)
  }

  clear(): void {
    this.#ids.clear()
  }

  #run(ids: readonly number[], by: 1 | -1): void {
    this.#command.run({ ids: JSON.stringify(ids), by })
  }
}

/**
 * Which nodes a transaction touches. What they add to the derived tables is noted before they change, to be taken off, and
 * again at the transaction's end, to be added: so each table is written once, by what comes of both.
 */
export class TouchedNodes {
  readonly #notes: Readonly<Record<NodeType, readonly Note[]>>
  readonly #created: ImmediatePrepared<{ type: NodeType; id: number }>
  /** Null outside of a transaction, and in one at whose end everything is derived anew. */
  #greatest: GreatestKeys | null = null

  constructor(engine: ImmediateEngine) {
    this.#notes = recordFrom(nodeTypes, (type) =>
      notesOf(type).map((draft) => new Note(draft, engine.command(draft.text))),
    )
    const created = keyTables.map(
      (table) => sql`select ${typeIn(table)} as type, id from ${sql.table(table)} where id > ${slot(table)}`,
    )
    this.#created = engine.prepare(sql`${sql.join(created, sql` union all `)}`)
  }

  begin(greatest: GreatestKeys): void {
    this.#greatest = greatest
  }

  /**
   * To be called before nodes that are there change or are removed, as often as one likes.
   *
   * @param moved The one reference of theirs that changes, such as `statement.speaker_id`, where nothing else does.
   */
  note(type: NodeType, ids: readonly number[], moved?: string): void {
    const old = this.#old(type, ids)
    for (const note of this.#notes[type])
      if (moved === undefined || note.draft.reads.includes(moved)) note.noteBefore(old)
  }

  /** The same before nodes come to count, or no longer do, while all that they name stays. */
  noteReview(type: NodeType, ids: readonly number[]): void {
    const old = this.#old(type, ids)
    for (const note of this.#notes[type]) if (note.draft.kind === 'COUNT') note.noteBefore(old)
  }

  /** A node that is put at a key of before has added nothing yet, like a new one. */
  noteRestored(type: NodeType, id: number): void {
    for (const note of this.#notes[type]) note.add(this.#old(type, [id]))
  }

  /** From here on the new nodes are among them, which have added nothing yet. */
  addNew(): void {
    const greatest = this.#greatest ?? recordFrom(keyTables, () => 0)
    for (const { type, id } of this.#created.all(greatest))
      for (const note of this.#notes[type]) note.add([id])
  }

  /** Notes what follows from them as they are now. */
  noteAfter(kind: NoteDraft['kind']): void {
    for (const type of nodeTypes)
      for (const note of this.#notes[type]) if (note.draft.kind === kind) note.noteAfter()
  }

  /** To be called at the end of each transaction, also of one that fails: the next begins with none. */
  end(): void {
    for (const type of nodeTypes) for (const note of this.#notes[type]) note.clear()
    this.#greatest = null
  }

  #old(type: NodeType, ids: readonly number[]): readonly number[] {
    const greatest = this.#greatest?.[nodeKinds[type].keyTable] ?? 0
    return ids.filter((id) => id <= greatest)
  }
}
