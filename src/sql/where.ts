import { type RawBuilder, sql } from 'kysely'
import { slot, type Values } from './build.ts'
import { listed } from './dialect.ts'
import type { Query } from './page.ts'

type WhereCondition = RawBuilder<boolean>

/** The keys of nodes of which any will do; where none are given, all do. */
export type KeyChoice = readonly number[] | null | undefined

/**
 * The conditions of one call, kept as a shape (what the SQL depends on), the values that fill it, and the SQL itself,
 * which is only written out when the shape is met for the first time.
 */
export class Where {
  /** Goes before the names of the slots, so that conditions within conditions keep their values apart. */
  readonly prefix: string
  readonly #shape: string[] = []
  readonly #written: (() => WhereCondition)[] = []
  readonly #values: Record<string, string | number | null> = {}

  constructor(prefix = '') {
    this.prefix = prefix
  }

  get shape(): string {
    return this.#shape.join(' ')
  }

  get values(): Values {
    return this.#values
  }

  /** A condition on a list of values; one value is compared with `=`, so that an index can give the order as well. */
  oneOf(
    name: string,
    list: readonly (string | number)[] | null | undefined,
    write: (is: RawBuilder<unknown>) => WhereCondition,
  ): this {
    if (!list) return this
    const key = this.prefix + name
    const single = list.length === 1 ? list[0] : undefined
    this.#values[key] = single ?? JSON.stringify(list)
    if (single !== undefined) return this.#add(`${name}=`, () => write(sql`= ${slot(key)}`))
    // The values of an empty list have no type that an engine could compare with.
    if (list.length === 0) return this.#add(`${name}∅`, () => write(sql`in (null)`))
    const type = typeof list[0] === 'string' ? 'text' : 'number'
    return this.#add(`${name}∈`, () => write(sql`in ${listed(key, type)}`))
  }

  /** A condition on one value, where there is one. */
  value(
    name: string,
    value: string | number | null | undefined,
    write: (value: RawBuilder<unknown>) => WhereCondition,
  ): this {
    if (value == null) return this
    const key = this.prefix + name
    this.#values[key] = value
    return this.#add(name, () => write(slot(key)))
  }

  /** A condition without a value, where it is wanted. */
  only(name: string, wanted: boolean, write: () => WhereCondition): this {
    return wanted ? this.#add(name, write) : this
  }

  /** A condition on rows beside these, of one of which all of `others` must hold; where there are none, nothing must. */
  beside(name: string, others: Where, write: (all: WhereCondition) => WhereCondition): this {
    if (others.shape === '') return this
    Object.assign(this.#values, others.#values)
    return this.#add(`${name}(${others.shape})`, () => write(others.#all()))
  }

  /** Leaves out what `others` would keep, what they cannot tell of included. */
  not(others: Where | null): this {
    if (!others) return this
    Object.assign(this.#values, others.#values)
    return this.#add(`not(${others.shape})`, () => sql<boolean>`(${others.#all()}) is not true`)
  }

  applied<Row>(query: Query<Row>): Query<Row> {
    return this.#written.reduce((rows, write) => rows.where(write()), query)
  }

  #all(): WhereCondition {
    if (this.#written.length === 0) return sql<boolean>`true`
    return sql<boolean>`${sql.join(
      this.#written.map((write) => write()),
      sql` and `,
    )}`
  }

  #add(shape: string, write: () => WhereCondition): this {
    this.#shape.push(shape)
    this.#written.push(write)
    return this
  }
}
