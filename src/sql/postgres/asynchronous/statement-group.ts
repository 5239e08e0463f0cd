import type { Connection, PoolClient, QueryConfig, Submittable } from 'pg'
import { type RowReader, rowReader } from '../dialect/row-reader.ts'
import { messagesOf, type SentStatement } from './messages.ts'

/** What a statement gave. */
export interface StatementResult<Row> {
  readonly rows: Row[]
  readonly rowCount: number | null
  /** Such as `COMMIT`. */
  readonly command: string
}

/** A statement that each connection prepares when it first runs it. */
export type NamedStatement = QueryConfig & { readonly name: string }

export const isNamed = (query: QueryConfig): query is NamedStatement => query.name !== undefined

/** A statement, and who is told what it gives. */
export interface AskedStatement {
  readonly query: NamedStatement
  readonly resolve: (result: StatementResult<unknown>) => void
  readonly reject: (error: unknown) => void
}

/** How a group ended: by an error of the statement that was under way, after which the server runs none of the others. */
export interface GroupEnd {
  readonly error: unknown
  /** How many of its statements have been answered. */
  readonly answered: number
}

/** What `pg` keeps of the statements that a connection has prepared, and does not declare. */
interface PreparingConnection extends Connection {
  readonly parsedStatements: Record<string, string>
}

/** How the rows of its statements are read, by their names, on each connection that has prepared them. */
const readersOf = new WeakMap<Connection, Map<string, RowReader<unknown>>>()

/** Runs a statement; and before it, in the same write, one of which nothing is to be known but that it has not failed. */
export const runNamed = <Row>(
  client: PoolClient,
  query: NamedStatement,
  before: NamedStatement | null = null,
): Promise<StatementResult<Row>> =>
  new Promise((resolve, reject) => {
    const asked = { query, resolve: resolve as AskedStatement['resolve'], reject }
    const first = before ? [{ query: before, resolve: () => undefined, reject }] : []
    client.query(new StatementGroup([...first, asked], ({ error }) => error !== null && reject(error)))
  })

/**
 * Prepared statements that are sent together, and run by the server one after the other. Apart from that they are run as `pg`
 * does it, but for two things: what columns the rows have is asked once on each connection and not each time, and rows are
 * records of one layout, made by code of their own.
 */
export class StatementGroup implements Submittable {
  readonly #statements: readonly AskedStatement[]
  readonly #onEnd: (end: GroupEnd) => void
  #readers: (RowReader<unknown> | null)[] = []
  #current = 0
  #rows: unknown[] = []
  #rowError: unknown = null

  /** @param onEnd Called once, also where the connection is lost. Who had no answer until then is left to it. */
  constructor(statements: readonly AskedStatement[], onEnd: (end: GroupEnd) => void) {
    this.#statements = statements
    this.#onEnd = onEnd
  }

  /** Which of its statements the server is at. */
  get current(): number {
    return this.#current
  }

  /** Under which name `pg` is to note that a statement was prepared. */
  get name(): string | undefined {
    return this.#statements[this.#current]?.query.name
  }

  get text(): string | undefined {
    return this.#statements[this.#current]?.query.text
  }

  submit(connection: Connection): void {
    const { parsedStatements } = connection as PreparingConnection
    const known = readers(connection)
    const prepared = new Set<string>()
    const sent = this.#statements.map(({ query: { name, text, values = [] } }): SentStatement => {
      const isPrepared = name in parsedStatements
      const read = (isPrepared && known.get(name)) || null
      this.#readers.push(read)
      const prepares = isPrepared || prepared.has(name) ? null : text
      prepared.add(name)
      return { name, prepares, describes: read === null, values: values.map(textOf) }
    })
    if (connection.stream.writable) connection.stream.write(messagesOf(sent))
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.#readers[this.#current] = rowReader(
      fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID })),
    )
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    if (this.#rowError !== null) return
    try {
      const read = this.#readers[this.#current]
      if (read) this.#rows.push(read(fields))
    } catch (error) {
      this.#rowError = error
    }
  }

  handleCommandComplete({ text }: { text: string }, connection: Connection): void {
    const asked = this.#statements[this.#current]
    const read = this.#readers[this.#current]
    if (asked && read) readers(connection).set(asked.query.name, read)
    const [rows, error] = [this.#rows, this.#rowError]
    this.#rows = []
    this.#rowError = null
    this.#current++
    if (error !== null) asked?.reject(error)
    else asked?.resolve(resultOf(rows, text))
  }

  handleReadyForQuery(): void {
    this.#onEnd({ error: null, answered: this.#current })
  }

  handleError(error: unknown, connection: Connection): void {
    const { name } = this
    if (name !== undefined) readers(connection).delete(name)
    this.#onEnd({ error, answered: this.#current })
  }

  /** A statement without text, which there is none. */
  handleEmptyQuery(): void {}
}

const textOf = (value: unknown): string | null => (value == null ? null : String(value))

function resultOf(rows: unknown[], complete: string): StatementResult<unknown> {
  const [command = '', ...counts] = complete.split(' ')
  return { rows, command, rowCount: counts.length > 0 ? Number(counts.at(-1)) : null }
}

function readers(connection: Connection): Map<string, RowReader<unknown>> {
  const known = readersOf.get(connection) ?? new Map<string, RowReader<unknown>>()
  readersOf.set(connection, known)
  return known
}
