import { type Selectable, sql } from 'kysely'
import { listed } from '../../sql/dialect.ts'
import { type Engine, type Prepared, type Steps, waitFor } from '../../sql/engine.ts'
import type { Tables } from '../../sql/tables.ts'

export type Row<Table extends keyof Tables> = Selectable<Tables[Table]>

/** All rows of a table that belong to some nodes, by the node. */
export class RowsOf<Table extends keyof Tables> {
  readonly #owner: keyof Row<Table> & string
  readonly #rows: Prepared<Row<Table>>

  constructor(engine: Engine, table: Table, owner: keyof Row<Table> & string, order: readonly string[] = []) {
    this.#owner = owner
    const sorted = sql.join([owner, ...order].map((column) => sql.ref(column)))
    this.#rows = engine.prepare(
      sql`select * from ${sql.table(table)} where ${sql.ref(owner)} in ${listed('ids')} order by ${sorted}`,
    )
  }

  /** Tells that these are read next: once, and before anything is written. */
  expect(ids: string): void {
    this.#rows.expect([{ ids }])
  }

  *of(ids: string): Steps<Map<number, Row<Table>[]>> {
    const byOwner = new Map<number, Row<Table>[]>()
    const rows = yield* waitFor(this.#rows.all({ ids }))
    this.#rows.forget({ ids })
    for (const row of rows) {
      const owner = Number(row[this.#owner])
      const known = byOwner.get(owner)
      if (known) known.push(row)
      else byOwner.set(owner, [row])
    }
    return byOwner
  }
}

/** Reads the forms of one kind of node; `ids` is a JSON list. */
export interface FormReader<Form> {
  /** Tells that these are read next: once, and before anything is written. */
  expect(ids: string): void
  read(ids: string): Steps<Map<number, Form>>
}

type Filled<Fields> = { -readonly [Name in keyof Fields]?: NonNullable<Fields[Name]> }

/** The fields that hold something: a form leaves out what is empty. */
export function some<Fields extends object>(fields: Fields): Filled<Fields> {
  const filled: Filled<Fields> = {}
  for (const name in fields) {
    const value = fields[name]
    if (value !== null && value !== undefined) filled[name] = value
  }
  return filled
}

/** Forms of a table whose rows are all that there is of a node, in order of their keys. */
export function formsOf<OwnRow, Form>(
  rows: ReadonlyMap<number, readonly OwnRow[]>,
  form: (row: OwnRow, id: number) => Form,
): Map<number, Form> {
  const forms = new Map<number, Form>()
  for (const [id, [row]] of rows) if (row) forms.set(id, form(row, id))
  return forms
}
