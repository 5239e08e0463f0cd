import type { Expression, Simplify } from 'kysely'
import type { Tables } from './tables.ts'

/** What each table is called in the queries that several pieces add to: `s.text` is always a statement's text. */
export interface Aliases {
  a: Tables['statement_about']
  ac: Tables['actor']
  c: Tables['claim']
  e: Tables['entity']
  ev: Tables['event']
  f: Tables['affiliation']
  pa: Tables['participation']
  pl: Tables['place']
  po: Tables['position']
  r: Tables['revision']
  s: Tables['statement']
  so: Tables['source']
  t: Tables['speaks_about']
  x: Tables['assessment']

  /** The parent that a row of a list is asked for. */
  p: { value: number }
  /** A statement, and how many stand between it and the one (`parent`) that it is reported through. */
  chain: { parent: number; id: number; depth: number }
  /** A claim and an actor whose position on it is asked for. */
  pair: { claim: number; actor: number }
  /** One of the index walks that make a page. */
  walk: object
}

/** All that a query can join, and all that it can name. */
export interface Aliased extends Tables, Aliases {}

/** A column by its table's alias: `s.said_order`. */
export type AliasedColumn = {
  [Alias in keyof Aliases]: `${Alias}.${keyof Aliases[Alias] & string}`
}[keyof Aliases]

/** The rows of what a function selects: `RowOf<typeof record>`. */
export type RowOf<Select extends (...given: never[]) => Expression<unknown>> =
  ReturnType<Select> extends Expression<infer Row> ? Simplify<Row> : never
