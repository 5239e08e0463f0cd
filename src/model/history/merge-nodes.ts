import { sql } from 'kysely'
import { slot, type Value, type Values } from '../../sql/build.ts'
import type { ImmediateCommand, ImmediateEngine, ImmediatePrepared } from '../../sql/engine.ts'
import { recordFrom } from '../../values/record.ts'
import { nodeReferences } from '../nodes/references.ts'
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

  bringBack({ rows }: MergeStep & { kind: 'NODE' }, survivors: Survivors): void {
    for (const { table, row } of rows) {
      // Labels may be numbered anew; whoever has the number now keeps it.
      if (table === 'label' && this.#isLabel.get({ id: row.id ?? null })) this.#insertLabel.run(row)
      else this.#insert[table].run(withSurvivors(table, row, survivors))
    }
  }
}

const ownerIn = (table: OwnTable): string =>
  table === 'label' || table === 'external_id' ? 'entity_id' : 'id'

const insertInto = (table: OwnTable, columns: readonly string[]) =>
  sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values (${sql.join(columns.map((column) => slot(column)))})`

/** A row names the nodes that stand for those that it named; none where they are gone, or are itself. */
function withSurvivors(table: OwnTable, row: Values, survivors: Survivors): Values {
  const named: Record<string, Value> = { ...row }
  for (const { from, column, to } of nodeReferences.filter((reference) => reference.table === table)) {
    const [type, key] = [to[0], row[column]]
    if (!type || typeof key !== 'number') continue
    const survivor = survivors.of(type, key)
    named[column] = type === from && survivor === row.id ? null : survivor
  }
  return named
}
