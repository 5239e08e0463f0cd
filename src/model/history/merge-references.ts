import { sql } from 'kysely'
import { slot } from '../../sql/build.ts'
import { listed } from '../../sql/dialect.ts'
import type { ImmediateCommand, ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import { hierarchies, type NodeReference, nodeReferences, referenceKey } from '../nodes/references.ts'
import type { MergedPair, MergeStep } from './merge-steps.ts'

/** A column that names nodes, by statements that move what it names. */
interface MovedColumn {
  readonly reference: NodeReference
  readonly rows: ImmediatePrepared<{ id: number }>
  readonly move: ImmediateCommand
  readonly moveBack: ImmediateCommand
}

/** A column by which nodes lead up to their own kind. */
interface UpwardColumn {
  readonly reference: NodeReference
  readonly above: ImmediatePrepared<{ id: number | null }>
  readonly clear: ImmediateCommand
  readonly setAgain: ImmediateCommand
}

const [from, into] = [slot<number>('from'), slot<number>('into')]

/** Lists have tables of their own, whose rows may clash. */
const columns = nodeReferences.filter(({ isList }) => !isList)

/** Moves the columns that name one node each. */
export class MergedReferences {
  readonly #moved: ReadonlyMap<string, MovedColumn>
  readonly #upward: ReadonlyMap<string, UpwardColumn>

  constructor(engine: ImmediateEngine) {
    this.#moved = new Map(
      columns.map((reference) => [referenceKey(reference), movedColumn(engine, reference)]),
    )
    this.#upward = new Map(
      hierarchies.map((reference) => [referenceKey(reference), upwardColumn(engine, reference)]),
    )
  }

  move(pair: MergedPair): MergeStep[] {
    return [...this.#cutRings(pair), ...this.#moveAll(pair)]
  }

  /** Those that still name the node that stays name the other again. */
  moveBack({ table, column, rows }: MergeStep & { kind: 'MOVED' }, { from, into }: MergedPair): void {
    this.#moved.get(referenceKey({ table, column }))?.moveBack.run({ from, into, rows: JSON.stringify(rows) })
  }

  leadUpAgain({ table, column, row }: MergeStep & { kind: 'PART' }, { from }: MergedPair): void {
    this.#upward.get(referenceKey({ table, column }))?.setAgain.run({ from, id: row })
  }

  #moveAll({ type, from, into }: MergedPair): MergeStep[] {
    return [...this.#moved.values()].flatMap(({ reference, rows, move }): MergeStep[] => {
      if (!reference.to.includes(type)) return []
      const found = rows.all({ from }).map(({ id }) => id)
      if (found.length === 0) return []
      move.run({ from, into })
      return [{ kind: 'MOVED', table: reference.table, column: reference.column, rows: found }]
    })
  }

  /** Where the one that stays is a part of the other, by way of whatever others, that link between them goes. */
  #cutRings({ type, from, into }: MergedPair): MergeStep[] {
    return [...this.#upward.values()].flatMap(({ reference, above, clear }): MergeStep[] => {
      if (reference.from !== type) return []
      let [row, next] = [into, above.get({ id: into })?.id]
      while (next != null && next !== from) [row, next] = [next, above.get({ id: next })?.id]
      if (next !== from) return []
      clear.run({ id: row })
      return [{ kind: 'PART', table: reference.table, column: reference.column, row }]
    })
  }
}

function movedColumn(engine: ImmediateEngine, reference: NodeReference): MovedColumn {
  const [table, column] = [sql.table(reference.table), sql.ref(reference.column)]
  return {
    reference,
    rows: engine.prepare(sql`select id from ${table} where ${column} = ${from} order by id`),
    move: engine.command(sql`update ${table} set ${column} = ${into} where ${column} = ${from}`),
    moveBack: engine.command(sql`update ${table} set ${column} = ${from}
      where id in ${listed('rows')} and ${column} = ${into}`),
  }
}

function upwardColumn(engine: ImmediateEngine, reference: NodeReference): UpwardColumn {
  const [table, column, id] = [sql.table(reference.table), sql.ref(reference.column), slot('id')]
  return {
    reference,
    above: engine.prepare(sql`select ${column} as id from ${table} where id = ${id}`),
    clear: engine.command(sql`update ${table} set ${column} = null where id = ${id}`),
    setAgain: engine.command(
      sql`update ${table} set ${column} = ${from} where id = ${id} and ${column} is null`,
    ),
  }
}
