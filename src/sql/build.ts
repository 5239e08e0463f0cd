import { NOOP_QUERY_EXECUTOR, QueryCreator, type RawBuilder, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** Writes queries and runs none: an engine compiles them for itself, once each. */
export const build = new QueryCreator<Tables>({ executor: NOOP_QUERY_EXECUTOR })

/** A piece of SQL of which only the text matters, and not what it gives. */
export type SqlPart = RawBuilder<unknown>

export type Value = string | number | null

/** What a call fills the slots of a query with, by their names: `{ id: 17, limit: 20 }`. */
export type Values = Readonly<Record<string, Value>>

/** A place in a compiled query that each call fills. Kysely hands it through to the query's parameters. */
export class Slot {
  readonly name: string
  /** Writes a call's value as the engine takes it, where it takes it in a form of its own. */
  readonly written: (value: Value) => Value

  constructor(name: string, written = (value: Value) => value) {
    this.name = name
    this.written = written
  }
}

/** A value that stands in the SQL itself, typed as what it is: `constant('CLAIM')`. */
export const constant = <const T extends string | number>(value: T): RawBuilder<T> => sql.lit(value)

/** `slot<number>('limit')`: the call's `{ limit: 20 }` goes here. */
export const slot = <T>(name: string): RawBuilder<T> => sql<T>`${new Slot(name)}`

/** The values for a query's parameters in their order. Fails where the call left out a slot. */
export function filled(parameters: readonly unknown[], values: Values, text: string): unknown[] {
  return parameters.map((parameter) => {
    if (!(parameter instanceof Slot)) return parameter
    const value = values[parameter.name]
    if (value === undefined) throw new Error(`No value for the slot ${parameter.name} of: ${text}`)
    return parameter.written(value)
  })
}
