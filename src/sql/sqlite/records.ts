import { batchSlot } from '../../values/batch-slot.ts'
import { UnreadColumn } from '../read-columns.ts'

/** Makes a record of a row, which the driver gives as an array. */
export type Reading<Row> = (row: readonly unknown[]) => Row

/**
 * Makes records of rows. Written out as an object literal, because V8 then gives all records one layout: the driver's own
 * objects have none, and take more than twice as long to make and to read.
 */
export function recordReader<Row>(columns: readonly string[]): Reading<Row> {
  const fields = columns.map((name, index) => `${JSON.stringify(name)}: row[${index}]`)
  return new Function('row', `return { ${fields.join(', ')} }`) as Reading<Row>
}

/** What a statement's rows have besides what it selects. */
export interface NarrowColumns {
  readonly constants: Readonly<Record<string, string | number>>
  /** The columns of a whole record: one that was not selected throws an `UnreadColumn` where it is read. */
  readonly all: readonly string[]
}

/** The same of rows that have some of a record's columns. */
export function narrowReader(columns: readonly string[], { constants, all }: NarrowColumns): Reading<object> {
  const own = [
    ...columns.map((name, index) => `this[${JSON.stringify(name)}] = row[${index}]`),
    ...Object.entries(constants).map(
      ([name, value]) => `this[${JSON.stringify(name)}] = ${JSON.stringify(value)}`,
    ),
  ]
  const known = new Set([...columns, ...Object.keys(constants)])
  const unread = all.filter((name) => !known.has(name))
  const made = `function Row(row) { ${own.join('; ')}; this[batch] = undefined }`
  return new Function(
    'batch',
    'prototype',
    `${made}; Row.prototype = prototype; return (row) => new Row(row)`,
  )(batchSlot, prototypeOf(unread)) as Reading<object>
}

function prototypeOf(unread: readonly string[]): object {
  const prototype = {}
  for (const name of unread)
    Object.defineProperty(prototype, name, {
      get() {
        throw new UnreadColumn(name)
      },
    })
  return prototype
}
