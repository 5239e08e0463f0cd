/**
 * The columns of a statement's rows that one level of a query reads. They are learned from the first rows: these note what is
 * asked of them, and from then on nothing else is selected. A row that is asked for another throws an `UnreadColumn`, and what
 * its level reads is to be learned again.
 */
export class ReadColumns {
  readonly names: Set<string>
  isLearned = false
  /** Whether there were rows to learn from. */
  hasRows = false
  /** The name under which an engine keeps the statement that selects them. */
  key: string | null = null

  constructor(names: Iterable<string>) {
    this.names = new Set(names)
  }
}

/** The places of one query at which rows are loaded. */
export class QueryLevels {
  readonly #levels: QueryLevel[] = []
  /** Whether a statement was met of which it is not known yet what is read. */
  isLearning = false

  add(): QueryLevel {
    const level = new QueryLevel(this)
    this.#levels.push(level)
    return level
  }

  /** Called when an answer is complete: what was read of rows until now is all that is selected from now on. */
  settle(): void {
    if (!this.isLearning) return
    for (const level of this.#levels) level.settle()
    this.isLearning = this.#levels.some(({ isSettled }) => !isSettled)
  }

  /** Called when a row lacked a column: what is read is to be learned again, and that column selected in any case. */
  learn({ column }: UnreadColumn): void {
    for (const level of this.#levels) level.learn(column)
  }
}

/** A place of a query at which rows are loaded, and the columns that it reads of each statement's. */
export class QueryLevel {
  readonly #levels: QueryLevels
  readonly #always = new Set<string>()
  /** Weak, because other values of the query's variables may need other statements, time and again. */
  #columns = new WeakMap<object, ReadColumns>()
  #unsettled: ReadColumns[] = []

  constructor(levels: QueryLevels) {
    this.#levels = levels
  }

  columnsOf(statement: object): ReadColumns {
    const known = this.#columns.get(statement)
    if (known) return known
    const columns = new ReadColumns(this.#always)
    this.#columns.set(statement, columns)
    this.#unsettled.push(columns)
    this.#levels.isLearning = true
    return columns
  }

  get isSettled(): boolean {
    return this.#unsettled.length === 0
  }

  settle(): void {
    for (const columns of this.#unsettled) columns.isLearned = columns.hasRows
    this.#unsettled = this.#unsettled.filter(({ isLearned }) => !isLearned)
  }

  learn(column: string): void {
    this.#always.add(column)
    this.#columns = new WeakMap()
    this.#unsettled = []
  }
}

/** Reads rows with all of their columns, for whoever keeps them for others than the query that asks now. */
export function wholeRows<T>(engine: { level: QueryLevel | null }, read: () => T): T {
  const { level } = engine
  engine.level = null
  try {
    return read()
  } finally {
    engine.level = level
  }
}

/** A row was asked for a column that was not selected. */
export class UnreadColumn extends Error {
  readonly column: string

  constructor(column: string) {
    super(`The column ${column} was not read.`)
    this.column = column
  }
}

/** Rows that note which of their columns are read; whoever lists those of a row reads them all. */
export function notingRows<Row>(rows: readonly Row[], columns: ReadColumns): Row[] {
  columns.hasRows ||= rows.length > 0
  return rows.map((row) => (typeof row === 'object' && row !== null ? notingRow(row, columns) : row))
}

const notingRow = <Row extends object>(row: Row, columns: ReadColumns): Row =>
  new Proxy(row, {
    get(target, name, receiver) {
      if (typeof name === 'string' && Object.hasOwn(target, name)) columns.names.add(name)
      return Reflect.get(target, name, receiver)
    },
    ownKeys(target) {
      for (const name of Object.keys(target)) columns.names.add(name)
      return Reflect.ownKeys(target)
    },
  })
