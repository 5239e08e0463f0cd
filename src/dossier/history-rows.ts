import type { z } from 'zod'
import { comparedUserName } from '../model/users/name.ts'
import type { FieldPath } from '../values/errors.ts'
import type { KeyTable } from '../values/node-kinds.ts'
import { keyTables, nodeKinds } from '../values/node-kinds.ts'
import { recordFrom } from '../values/record.ts'
import { isFields } from './fields.ts'
import {
  type HistoryTable,
  historyIds,
  historyKeys,
  historyReferences,
  historyTableNames,
  historyTables,
} from './history-tables.ts'
import { Spool } from './spool.ts'

type Row = Readonly<Record<string, string | number | null>>

/** What is wrong with a line of a history. */
export interface HistoryFault {
  readonly path: FieldPath
  readonly message: string
}

const forms = `a history has lines such as {"history": {"revision": {…}}}, of ${historyTableNames.join(', ')}, and of ids`

/** The history that a dossier brings: the ids of its nodes, and the rows of its journal. */
export class HistoryRows {
  readonly #ids = recordFrom(keyTables, () => new Map<string, number>())
  readonly #spool = new Spool()
  readonly #tables: HistoryTable[] = []
  /** What tells the rows apart that have come. */
  readonly #keys = new Set<string>()
  #isThere = false

  get isThere(): boolean {
    return this.#isThere
  }

  /** Takes a line; or tells what is wrong with it. */
  add(given: unknown): readonly HistoryFault[] {
    this.#isThere = true
    if (!isFields(given)) return [{ path: [], message: `should be a map: ${forms}` }]
    if ('ids' in given) return this.#addIds(given)
    const table = historyTableNames.find((name) => name in given)
    if (!table || Object.keys(given).length > 1) return [{ path: [], message: `is not understood: ${forms}` }]
    const { data, error } = historyTables[table].safeParse(given[table])
    if (error) return faultsOf(error, [table])
    const faults = this.#faultsOfRow(table, data)
    if (faults.length > 0) return faults
    this.#spool.add(JSON.stringify(data))
    this.#tables.push(table)
    return []
  }

  idOf(table: KeyTable, slug: string): number | undefined {
    return this.#ids[table].get(slug)
  }

  /** All rows of a table. */
  *rows(table: HistoryTable): Generator<Row> {
    for (const [number, one] of this.#tables.entries())
      if (one === table) yield JSON.parse(this.#spool.text(number))
  }

  close(): void {
    this.#spool.close()
  }

  /** Whatever a row names has come before, and no row comes twice. */
  #faultsOfRow(table: HistoryTable, row: Row): HistoryFault[] {
    const faults: HistoryFault[] = []
    for (const [column, to] of Object.entries(historyReferences)) {
      const key = row[column]
      if (key !== undefined && key !== null && !this.#keys.has(`${to} ${key}`))
        faults.push({ path: [table, column], message: `is not the id of a ${to} in the lines before` })
    }
    const key = `${table} ${historyKeys[table].map((column) => row[column]).join(' ')}`
    if (this.#keys.has(key)) faults.push({ path: [table], message: 'stands there already' })
    this.#keys.add(key)
    if (table === 'user') faults.push(...this.#faultsOfName(String(row.name)))
    return faults
  }

  #faultsOfName(name: string): HistoryFault[] {
    const key = `user called ${comparedUserName(name)}`
    const isTaken = this.#keys.has(key)
    this.#keys.add(key)
    return isTaken ? [{ path: ['user', 'name'], message: 'is the name of a user in the lines before' }] : []
  }

  #addIds(given: unknown): readonly HistoryFault[] {
    const { data, error } = historyIds.safeParse(given)
    if (error) return faultsOf(error, [])
    const known = this.#ids[nodeKinds[data.type].keyTable]
    for (const [id, slug] of data.ids) known.set(slug, id)
    return []
  }
}

const faultsOf = (error: z.ZodError, root: FieldPath): HistoryFault[] =>
  error.issues.map(({ path, message }) => ({
    path: [...root, ...path.filter((part) => typeof part !== 'symbol')],
    message: `is wrong: ${message}`,
  }))
