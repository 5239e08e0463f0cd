import { type Expression, type RawBuilder, type RawNode, sql } from 'kysely'

/** One way from a row of a recursive table to others: `select ${columns} from ${table} where ${where}`. */
export interface Branch {
  readonly columns: string
  readonly table: string
  readonly where: string
}

/** What a value in a list is: a number is whole, and a `real` one need not be. */
export type ValueType = 'number' | 'real' | 'text'

/**
 * What engines write in different ways. A query is built from pieces that name these, and whoever compiles it fills them
 * in: `in (select value from …)` becomes what the engine has for a list in one parameter.
 */
export interface Dialect {
  /** The values of a list that the call passes as JSON text, as a subquery: one statement, whatever the list's length. */
  list(name: string, type: ValueType): RawBuilder<unknown>
  /** The same as a table whose column is `value`, to be given an alias. */
  each(name: string, type: ValueType): RawBuilder<unknown>
  /** A list of lists as a table, whose columns are named and typed in their order. */
  eachTuple(name: string, columns: Readonly<Record<string, ValueType>>): RawBuilder<unknown>
  /** Whether an id is among those of a subquery for each outer row, which is worked out once and the rows found by it. */
  amongIds(id: string, ids: Expression<unknown>): RawBuilder<unknown>
  /** Behind a table of few rows: the row of another table that each of them names, which is found by its id. */
  joinedById(table: string, alias: string, id: string): RawBuilder<unknown>
  /** Whether a text is as a pattern has it, in which % stands for anything, whatever the case of the letters a to z. */
  fitsPattern(text: string, pattern: string): RawBuilder<boolean>
  /** The slot of a `limit`, written so that the plan does not depend on its value. */
  limit(name: string): RawBuilder<number>
  /** True for every row, until a share of the time has passed; past it the statement is ended. */
  inTime(column: string, share: number): RawBuilder<boolean>
  /** The rows of a full-text index that match the query in a slot, as a table of `id` and `rank`: the less, the better. */
  matching(index: string, query: string): RawBuilder<unknown>
  /** Of rows with the same `key`, the one with the least `rank`, of columns that are named. */
  leastOfEach(rows: RawBuilder<unknown>, columns: readonly string[]): RawBuilder<unknown>
  /** The indexed words, `term` and `texts`, from each of the listed beginnings on, so many at most. */
  words(index: string, beginnings: string, most: number): RawBuilder<unknown>
  /** The matches of listed terms in one of these columns, in their context: no more of the texts than that is carried. */
  snippet(terms: string, columns: readonly string[]): RawBuilder<string>
  /** A column of all rows as one JSON list, in their order. */
  collected(column: string, rows: RawBuilder<unknown>): RawBuilder<string>
  /** How many numbers lie in each stretch between the edges that the call is run over, as a JSON list. */
  histogram(column: string): RawBuilder<string>
  /** How often each value of a column is met, as a JSON list of pairs; what is null is left out. */
  valueCounts(column: Expression<unknown>): RawBuilder<string>
  /** The pairs of such a list, which is in a column of a table with one row, as a table of `value` and `count`. */
  countedValues(table: string, column: string, type: ValueType): RawBuilder<unknown>
  /** The key that a value of a tally is, where it is one: a table's column `value` holds keys and words. */
  tallyKey(table: string): RawBuilder<number>
  /** A key as such a value. */
  tallyValue(key: string): RawBuilder<unknown>
  /** What sorts the values of one facet: keys as numbers, and words by their letters. */
  tallyOrder(table: string): RawBuilder<unknown>
  /** The place of a letter in a column's text, the first being 1; 0 where it is not in it. */
  placeOf(letter: string, column: string): RawBuilder<number>
  /** What the rows of a recursive table lead to, as the parts behind its beginning: it is read by each of them. */
  branches(table: string, parts: readonly Branch[]): RawBuilder<unknown>
  /** Behind a table's name: the index that its rows are to be read by. */
  readBy(index: string): RawBuilder<unknown>
}

/** A piece of a query that is written when it is compiled, and it is known for which engine. */
export interface DialectNode extends RawNode {
  readonly write: (dialect: Dialect) => RawBuilder<unknown>
}

export const isDialectNode = (node: RawNode): node is DialectNode => 'write' in node

class DialectPiece {
  readonly #write: DialectNode['write']
  /** What makes Kysely take it for a part of a query. */
  readonly expressionType = undefined

  constructor(write: DialectNode['write']) {
    this.#write = write
  }

  toOperationNode(): DialectNode {
    return { kind: 'RawNode', sqlFragments: [], parameters: [], write: this.#write }
  }
}

const dialectPiece = <T>(write: (dialect: Dialect) => RawBuilder<unknown>): RawBuilder<T> =>
  sql<T>`${new DialectPiece(write)}`

type ValueOf<Type> = Type extends 'text' ? string : number

/** `id in ${listed('ids')}`, where the call passes `ids` as JSON text. */
export const listed = <Type extends ValueType = 'number'>(
  name: string,
  type?: Type,
): RawBuilder<ValueOf<Type>> => dialectPiece((dialect) => dialect.list(name, type ?? 'number'))

/** `from ${each('ids')} as asked`, whose rows have one column: `asked.value`. */
export const each = <T = number>(name: string, type: ValueType = 'number'): RawBuilder<{ value: T }> =>
  dialectPiece((dialect) => dialect.each(name, type))

/** `from ${eachTuple('pairs', { claim: 'number', actor: 'number' })} as pair`, where the call passes `[[17, 4], …]`. */
export const eachTuple = <Columns extends Readonly<Record<string, ValueType>>>(
  name: string,
  columns: Columns,
): RawBuilder<{ [Name in keyof Columns]: ValueOf<Columns[Name]> }> =>
  dialectPiece((dialect) => dialect.eachTuple(name, columns))

/** `${amongIds('c.id', page)}`, where `page` depends on other rows than those of `c`. */
export const amongIds = (id: string, ids: Expression<unknown>): RawBuilder<boolean> =>
  dialectPiece((dialect) => dialect.amongIds(id, ids))

/** `from found ${joinedById('claim', 'c', 'found.id')}`: the rows of `found` are walked, and never all claims. */
export const joinedById = (table: string, alias: string, id: string): RawBuilder<unknown> =>
  dialectPiece((dialect) => dialect.joinedById(table, alias, id))

/** `${fitsPattern('l.text', 'asked.value')}`, where a row has `U% N%` for a value. */
export const fitsPattern = (text: string, pattern: string): RawBuilder<boolean> =>
  dialectPiece((dialect) => dialect.fitsPattern(text, pattern))

/** A slot for a number without a fraction, such as one that is divided by. */
export const wholeNumber = (name: string): RawBuilder<number> => upTo(name)

/** The slot of a `limit`. */
export const upTo = (name: string): RawBuilder<number> => dialectPiece((dialect) => dialect.limit(name))

/** True for every row, until the deadline. Name a column of the innermost table, so that each of its rows counts. */
export const inTime = (column: string): RawBuilder<boolean> =>
  dialectPiece((dialect) => dialect.inTime(column, 1))

/**
 * True for every row, until half of the time has passed: for rows that are sorted next. Nothing can stop a sort, which takes
 * about as long as it took to come by the rows.
 */
export const inHalfTime = (column: string): RawBuilder<boolean> =>
  dialectPiece((dialect) => dialect.inTime(column, 0.5))

/** `from ${matching('claim_text', 'query')} as found`, whose rows are an `id` and a `rank`; the call passes what `ftsQuery` makes. */
export const matching = (index: string, query: string): RawBuilder<{ id: number; rank: number }> =>
  dialectPiece((dialect) => dialect.matching(index, query))

/** `select ${columns} from … `, one row for each `key`: that with the least `rank`. */
export const leastOfEach = (rows: RawBuilder<unknown>, columns: readonly string[]): RawBuilder<unknown> =>
  dialectPiece((dialect) => dialect.leastOfEach(rows, columns))

/** `from ${indexedWords('claim_text', 'beginnings', 20_000)} as words`, whose rows are a `term` and in how many `texts` it is. */
export const indexedWords = (
  index: string,
  beginnings: string,
  most: number,
): RawBuilder<{ term: string; texts: number }> =>
  dialectPiece((dialect) => dialect.words(index, beginnings, most))

/** `select ${matchSnippet('terms', ['title', 'text'])} as snippet`, where the call passes the terms as JSON text. */
export const matchSnippet = (terms: string, columns: readonly string[]): RawBuilder<string> =>
  dialectPiece((dialect) => dialect.snippet(terms, columns))

/** `select ${collected('tie', rows)} as ties`: a list as JSON text. */
export const collected = (column: string, rows: RawBuilder<unknown>): RawBuilder<string> =>
  dialectPiece((dialect) => dialect.collected(column, rows))

/** `select ${histogram('s.said_earliest')} as counts`, run within `engine.overEdges`. */
export const histogram = (column: string): RawBuilder<string> =>
  dialectPiece((dialect) => dialect.histogram(column))

/** `select ${valueCounts(sql.ref('s.act'))} as acts`: `[["STATE", 12], …]`, in no order. */
export const valueCounts = (column: Expression<unknown>): RawBuilder<string> =>
  dialectPiece((dialect) => dialect.valueCounts(column))

/** `from ${countedValues('counted', 'acts', 'text')} as met`, whose rows are a `value` and its `count`. */
export const countedValues = (
  table: string,
  column: string,
  type: ValueType,
): RawBuilder<{ value: string | number; count: number }> =>
  dialectPiece((dialect) => dialect.countedValues(table, column, type))

/** `from statement s ${readBy('statement_by_claim')}`: where an engine plans badly without it. */
export const readBy = (index: string): RawBuilder<unknown> => dialectPiece((dialect) => dialect.readBy(index))

/** `with recursive reached as (select … ${branches('reached', […])})` */
export const branches = (table: string, parts: readonly Branch[]): RawBuilder<unknown> =>
  dialectPiece((dialect) => dialect.branches(table, parts))

/** `join actor on actor.id = ${tallyKey('tally')}` */
export const tallyKey = (table: string): RawBuilder<number> =>
  dialectPiece((dialect) => dialect.tallyKey(table))

/** `where tally.value = ${tallyValue('actor.id')}`: found by the tally's index. */
export const tallyValue = (key: string): RawBuilder<unknown> =>
  dialectPiece((dialect) => dialect.tallyValue(key))

/** `order by statements desc, ${tallyOrder('tally')}` */
export const tallyOrder = (table: string): RawBuilder<unknown> =>
  dialectPiece((dialect) => dialect.tallyOrder(table))

/** `substr(edtf, ${placeOf('/', 'edtf')} + 1)`: what stands behind a letter, or all where there is none. */
export const placeOf = (letter: string, column: string): RawBuilder<number> =>
  dialectPiece((dialect) => dialect.placeOf(letter, column))
