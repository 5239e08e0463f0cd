import type { Connection, PoolClient, QueryConfig, Submittable } from 'pg'
import { type RowReader, rowReader } from '../dialect/row-reader.ts'

/** What a statement gave. */
export interface StatementResult<Row> {
  readonly rows: Row[]
  readonly rowCount: number | null
  /** Such as `COMMIT`. */
  readonly command: string
}

/** What `pg` keeps of the statements that a connection has prepared, and does not declare. */
interface PreparingConnection extends Connection {
  readonly parsedStatements: Record<string, string>
  readonly submittedNamedStatements: Record<string, string>
}

/** How the rows of its statements are read, by their names, on each connection that has prepared them. */
const readersOf = new WeakMap<Connection, Map<string, RowReader<unknown>>>()

type Prepared = QueryConfig & { readonly name: string }

export const isPrepared = (query: QueryConfig): query is Prepared => query.name !== undefined

/** Runs a statement that has a name. */
export const runNamed = <Row>(client: PoolClient, query: Prepared): Promise<StatementResult<Row>> =>
  new Promise((resolve, reject) => {
    client.query(new NamedQuery<Row>(query, resolve, reject))
  })

/**
 * A prepared statement as `pg` runs it, but for two things: what columns its rows have is asked once on each connection and not
 * each time, and rows are records of one layout, made by code of their own.
 */
class NamedQuery<Row> implements Submittable {
  readonly name: string
  readonly text: string
  readonly #values: (string | null)[]
  readonly #resolve: (result: StatementResult<Row>) => void
  readonly #reject: (error: unknown) => void
  readonly #rows: Row[] = []
  #read: RowReader<Row> | null = null
  #complete = ''
  #error: unknown = null

  constructor(
    { name, text, values = [] }: Prepared,
    resolve: (result: StatementResult<Row>) => void,
    reject: (error: unknown) => void,
  ) {
    this.name = name
    this.text = text
    this.#values = values.map((value) => (value == null ? null : String(value)))
    this.#resolve = resolve
    this.#reject = reject
  }

  submit(connection: Connection): void {
    const { stream } = connection
    stream.cork()
    try {
      this.#send(connection as PreparingConnection)
    } finally {
      stream.uncork()
    }
  }

  #send(connection: PreparingConnection): void {
    const { name, text } = this
    const known = readers(connection).get(name)
    const isPrepared = name in connection.parsedStatements
    if (!isPrepared) {
      connection.parse({ name, text, types: [] }, true)
      connection.submittedNamedStatements[name] = text
    }
    connection.bind({ statement: name, values: this.#values }, true)
    if (isPrepared && known) this.#read = known as RowReader<Row>
    else connection.describe({ type: 'P', name: '' }, true)
    connection.execute(null, true)
    connection.sync()
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    this.#read = rowReader(fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID })))
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    if (this.#error !== null) return
    try {
      if (this.#read) this.#rows.push(this.#read(fields))
    } catch (error) {
      this.#error = error
    }
  }

  handleCommandComplete({ text }: { text: string }, connection: Connection): void {
    this.#complete = text
    if (this.#read) readers(connection).set(this.name, this.#read)
  }

  handleReadyForQuery(): void {
    if (this.#error !== null) {
      this.#reject(this.#error)
      return
    }
    const [command = '', ...counts] = this.#complete.split(' ')
    this.#resolve({ rows: this.#rows, command, rowCount: counts.length > 0 ? Number(counts.at(-1)) : null })
  }

  handleError(error: unknown, connection: Connection): void {
    readers(connection).delete(this.name)
    this.#reject(error)
  }

  /** A statement without text, which there is none. */
  handleEmptyQuery(): void {}
}

function readers(connection: Connection): Map<string, RowReader<unknown>> {
  const known = readersOf.get(connection) ?? new Map<string, RowReader<unknown>>()
  readersOf.set(connection, known)
  return known
}
