import { sql } from 'kysely'
import { slot, type Values } from '../../sql/build.ts'
import type { ImmediateCommand, ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import { recordFrom } from '../../values/record.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { nodeReferences } from '../nodes/references.ts'
import type { StepOnNodes } from './merge-returns.ts'
import type { MergedPair, MergedType, MergeStep, OwnedRow, OwnTable } from './merge-steps.ts'
import type { Survivors } from './merge-survivors.ts'

/** The columns of a node's own rows that are written; the others follow from them. */
const ownColumns: Readonly<Record<OwnTable, readonly string[]>> = {
  entity: ['id', 'kind', 'slug', 'name', 'sort_key', 'description', 'unnamed', 'origin'],
  actor: ['id', 'type', 'iso3166', 'kind', 'allegiance_id', 'reliability'],
  place: ['id', 'part_of_id', 'latitude', 'longitude', 'precision', 'iso3166_2'],
  event: ['id', 'type', 'mode', 'when_edtf', 'when_earliest', 'when_latest', 'place_id', 'part_of_id'],
  claim: [
    ...['id', 'slug', 'text', 'sort_key', 'kind', 'subject_id', 'event_id', 'object_id'],
    ...['figure_low', 'figure_high', 'figure_unit', 'origin'],
  ],
  label: ['id', 'entity_id', 'lang', 'text', 'preferred'],
  external_id: ['entity_id', 'scheme', 'value'],
}
const ownTables = [
  'entity',
  'actor',
  'place',
  'event',
  'claim',
  'label',
  'external_id',
] as const satisfies OwnTable[]

/** A column in which a node named another that was merged, taken apart or removed while it was not there itself. */
export interface FollowedColumn {
  readonly table: OwnTable
  readonly column: string
  readonly row: number
  /** What it would name if nothing had been merged since. */
  readonly type: NodeType
  readonly key: number
  /** What it names now: the node that stands for that; null where there is none, or it would be itself. */
  readonly survivor: number | null
}

/** What a node of a kind has rows in, the first of which the others hang on. */
const tablesOf: Readonly<Record<MergedType, readonly OwnTable[]>> = {
  ACTOR: ['entity', 'actor', 'label', 'external_id'],
  PLACE: ['entity', 'place', 'label', 'external_id'],
  EVENT: ['entity', 'event', 'label', 'external_id'],
  CLAIM: ['claim'],
}

/** Takes a node's own rows away and brings them back. */
export class MergedNodes {
  readonly #rows: Readonly<Record<OwnTable, ImmediatePrepared<Values>>>
  readonly #insert: Readonly<Record<OwnTable, ImmediateCommand>>
  readonly #insertLabel: ImmediateCommand
  readonly #isLabel: ImmediatePrepared<{ found: number }>

  constructor(engine: ImmediateEngine) {
    this.#rows = recordFrom(ownTables, (table) => {
      const [columns, owner] = [ownColumns[table], ownerIn(table)]
      const list = sql.join(columns.map((column) => sql.ref(column)))
      return engine.prepare<Values>(
        sql`select ${list} from ${sql.table(table)} where ${sql.ref(owner)} = ${slot('id')} order by 1, 2, 3`,
      )
    })
    this.#insert = recordFrom(ownTables, (table) => engine.command(insertInto(table, ownColumns[table])))
    this.#insertLabel = engine.command(insertInto('label', ownColumns.label.slice(1)))
    this.#isLabel = engine.prepare(sql`select 1 as found from label where id = ${slot('id')}`)
  }

  /** @param remove Takes the node away, which nothing names any more. */
  remove({ type, from }: MergedPair, remove: (type: MergedType, id: number) => void): MergeStep {
    const rows = tablesOf[type].flatMap((table) =>
      this.#rows[table].all({ id: from }).map((row): OwnedRow => ({ table, row })),
    )
    remove(type, from)
    return { kind: 'NODE', rows }
  }

  /**
   * @param apart What merges did with the node that have been taken apart while it was not there, the last first.
   * @returns Where the node names others than it did, because those were merged, or such merges taken apart.
   */
  bringBack(
    { rows }: MergeStep & { kind: 'NODE' },
    survivors: Survivors,
    apart: readonly StepOnNodes[],
  ): FollowedColumn[] {
    return rows.flatMap(({ table, row }) => {
      const followed = followedColumns(table, row, survivors, apart)
      // Labels may be numbered anew; whoever has the number now keeps it.
      if (table === 'label' && this.#isLabel.get({ id: row.id ?? null })) this.#insertLabel.run(row)
      else {
        const now = followed.map(({ column, survivor }) => [column, survivor])
        this.#insert[table].run({ ...row, ...Object.fromEntries(now) })
      }
      return followed
    })
  }
}

const ownerIn = (table: OwnTable): string =>
  table === 'label' || table === 'external_id' ? 'entity_id' : 'id'

const insertInto = (table: OwnTable, columns: readonly string[]) =>
  sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values (${sql.join(columns.map((column) => slot(column)))})`

/** The columns in which a row names other nodes by now. */
function followedColumns(
  table: OwnTable,
  row: Values,
  survivors: Survivors,
  apart: readonly StepOnNodes[],
): FollowedColumn[] {
  return nodeReferences.flatMap(({ table: its, from, column, to: [type] }) => {
    const [id, was] = [row.id, row[column]]
    if (its !== table || type === undefined || typeof id !== 'number' || typeof was !== 'number') return []
    const key = apart.reduce((key, { pair, step }) => {
      const isMoved = step.kind === 'MOVED' && step.table === table && step.column === column
      return isMoved && key === pair.into && step.rows.includes(id) ? pair.from : key
    }, was)
    const stands = survivors.of(type, key)
    if (key === was && stands === was) return []
    return [{ table, column, row: id, type, key, survivor: type === from && stands === id ? null : stands }]
  })
}
