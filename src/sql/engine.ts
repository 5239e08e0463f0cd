import type { Expression, OperationNodeSource } from 'kysely'
import type { Values } from './build.ts'
import type { Finding } from './finding.ts'
import type { QueryLevel } from './read-columns.ts'

/** A store answers at once where its engine is in this process, and with a promise where it is across a network. */
export type Answer<T> = T | Promise<T>

/** Goes on with an answer, now if it is there. */
export function mapAnswer<T, R>(answer: Answer<T>, go: (value: T) => Answer<R>): Answer<R> {
  return answer instanceof Promise ? unwatched(answer.then(go)) : go(answer)
}

/** Several answers as one, now if all of them are there. Where some fail, the first of those is told, once all have ended. */
export function allAnswers<T>(answers: readonly Answer<T>[]): Answer<readonly T[]> {
  const isThere = (answer: Answer<T>): answer is T => !(answer instanceof Promise)
  return answers.every(isThere) ? answers : unwatched(endedAnswers(answers))
}

async function endedAnswers<T>(answers: readonly Answer<T>[]): Promise<T[]> {
  return (await Promise.allSettled(answers)).map((ended) => {
    if (ended.status === 'rejected') throw ended.reason
    return ended.value
  })
}

type WithAnswers<Fields> = { readonly [Name in keyof Fields]: Awaited<Fields[Name]> }

/** An object some of whose fields are answers, such as a filter whose nodes are looked up: now if all of them are there. */
export function answerWithFields<Fields extends object>(fields: Fields): Answer<WithAnswers<Fields>> {
  const values: readonly unknown[] = Object.values(fields)
  return mapAnswer(allAnswers(values), (found) => {
    // Nothing was waited for.
    if (found === values) return fields as WithAnswers<Fields>
    return Object.fromEntries(Object.keys(fields).map((name, at) => [name, found[at]])) as WithAnswers<Fields>
  })
}

/** Work of several steps, each of which needs an answer. */
export type Steps<T> = Generator<Answer<unknown>, T, unknown>

/**
 * Does what asks one question after the other: `inSteps(function* () { const rows = yield* waitFor(query.all()); … })`. It is done at
 * once where nothing must be waited for.
 */
export function inSteps<T>(work: () => Steps<T>): Answer<T> {
  const steps = work()
  for (let step = steps.next(); ; ) {
    if (step.done) return step.value
    if (step.value instanceof Promise) return unwatched(laterSteps(steps, step.value))
    step = steps.next(step.value)
  }
}

async function laterSteps<T>(steps: Steps<T>, first: Answer<unknown>): Promise<T> {
  for (let waitedFor = first; ; ) {
    const step = await answered(waitedFor).then(
      (value) => steps.next(value),
      (error) => steps.throw(error),
    )
    if (step.done) return step.value
    waitedFor = step.value
  }
}

const answered = async <T>(answer: Answer<T>): Promise<T> => answer

/** Within steps: goes on with an answer when it is there. */
export function* waitFor<T>(answer: Answer<T>): Steps<T> {
  return (yield answer) as T
}

/**
 * An answer that somebody may have asked for and not come to look at, because another of its operation failed: that it failed as
 * well is told to whoever waits for it, and is no fault of the process.
 */
export function unwatched<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => undefined)
  return answer
}

/** An answer's rows in an order. */
export const sortAnswer = <Row>(answer: Answer<Row[]>, compare: (a: Row, b: Row) => number): Answer<Row[]> =>
  mapAnswer(answer, (rows) => rows.sort(compare))

/** Looks at an engine that often of which nothing tells when it was written to; gives what ends it. */
export function lookEvery(milliseconds: number, look: () => void): () => void {
  const timer = setInterval(look, milliseconds).unref()
  return () => clearInterval(timer)
}

/** The answer of an engine in this process, for work that does not wait: writing, importing, reading reports. */
export function atOnce<T>(answer: Answer<T>): T {
  if (answer instanceof Promise) throw new Error('This needs an engine in the same process.')
  return answer
}

/** A query compiled and prepared once. Values are given by the names of its slots. */
export interface Prepared<Row> {
  readonly sql: string
  all(values?: Values): Answer<Row[]>
  get(values?: Values): Answer<Row | undefined>
  /**
   * Tells what will be asked, in place of what was told before: it is read as the graph is now, on one way to the server with all
   * else that is told before the next answer is needed. It is for this transaction, and only as long as it is true: whoever writes
   * something that an answer tells of has it forgotten. Does nothing where calls cost no way, or several go it at a time.
   */
  expect(calls: readonly Values[]): void
  /** What one call will be answered is read anew. */
  forget(values: Values): void
}

/** What a command has done. */
export interface Done {
  /** How many rows it wrote. */
  readonly changes: number
}

/** The same of what writes. */
export interface Command {
  readonly sql: string
  run(values?: Values): Answer<Done>
}

/** The same of what adds a row to a table with ids. */
export interface Insertion {
  readonly sql: string
  /** @returns The new row's id. */
  run(values?: Values): Answer<number>
}

/** A database that holds a graph, seen through one connection or a pool of them. */
export interface Engine {
  /** Called with the SQL of each statement as it starts. */
  onStatement: ((sql: string) => void) | null
  /** What asks: rows may come with no more than the columns that it reads. Only what runs at once may set it. */
  level: QueryLevel | null
  /** Whether it is in this process, and answers everything at once. */
  readonly isImmediate: boolean
  /** Whether indexes have rows without a value before all others: read backwards, they have them last. */
  readonly sortsMissingFirst: boolean

  prepare<Row>(query: Expression<Row>): Prepared<Row>
  command(query: OperationNodeSource): Command
  insertion(query: OperationNodeSource): Insertion

  /** Runs `work` in one transaction; where it throws, nothing has happened. */
  transaction<T>(work: () => Answer<T>): Answer<T>
  /** Reads one state of the graph in all of `work`, whatever others commit meanwhile. */
  snapshot<T>(work: () => Answer<T>): Answer<T>

  /**
   * Runs `work` and ends whatever of it is still running after so many milliseconds, with a TimeoutError. Where it waits for
   * a database, what runs there is ended as well once the signal says that nobody wants it, with an AbandonedError.
   */
  within<T>(milliseconds: number, work: () => T, signal?: AbortSignal): T
  /** Throws past the deadline. */
  look(): void
  /** The same for a loop of our own, called once for each piece of work: looks at the clock now and then. */
  step(): void

  /** How many rows, and steps of loops, have been let pass before the deadline, or about as many: what queries cost. */
  rowsPassed(): number

  /** Runs queries that count by `histogram` between these ascending edges. */
  overEdges<T>(edges: readonly number[], work: () => T): T

  /** Another text whenever anything was written, through this connection or another. */
  state(): Answer<string>
  /** The same of what others see, or did when a snapshot began: null within a transaction, whose changes may yet be undone. */
  committedState(): Answer<string | null>
  /** Keeps little of what is read: for whoever reads all of a graph once, and needs the memory for other things. */
  spareMemory(): void
  /**
   * Calls `heed` whenever something may have been written, through this connection or another. Where nothing tells of that, it
   * is called that often.
   *
   * @returns What ends it.
   */
  onWritten(heed: () => void, milliseconds: number): () => void
  /**
   * Runs work that only reads, on a replica of the database where there are any: on one that has come at least as far as this
   * revision. Without it, work reads what was committed last.
   */
  fromReplica<T>(leastRevision: number, work: () => T): T
  /** The same on the replica that is furthest behind: what is found there, all of them have. */
  fromLastReplica<T>(work: () => T): T
  /**
   * Runs work on the database itself; while that is lost, on a replica where there are any. What is not found there, as undefined,
   * may be missing only there: the loss is told.
   */
  orFromReplica<T>(work: () => Answer<T>): Answer<T>
  /** Reads a row, to tell whether the database answers. */
  probe(): Answer<void>
  close(): Answer<void>
}

export interface ImmediatePrepared<Row> extends Prepared<Row> {
  all(values?: Values): Row[]
  get(values?: Values): Row | undefined
}

export interface ImmediateCommand extends Command {
  run(values?: Values): Done
}

export interface ImmediateInsertion extends Insertion {
  run(values?: Values): number
}

/** How a table is copied for work that derives its rows, or some of its columns, anew. */
export interface TableCopy {
  /** Columns that need not be copied: nothing derived is in them, or made of them. */
  readonly without?: readonly string[]
  /** The indexes that the work looks rows up by; all, where it is left out. */
  readonly indexes?: readonly string[]
  /** Whether the work makes all of its rows, so that there is nothing to copy. */
  readonly isMadeAnew?: true
}

/** Tables by their names. */
export type CopiedTables = Readonly<Record<string, TableCopy>>

/** An engine in this process: nothing waits from the caller to the row. Writers need one. */
export interface ImmediateEngine extends Engine {
  readonly isImmediate: true
  prepare<Row>(query: Expression<Row>): ImmediatePrepared<Row>
  command(query: OperationNodeSource): ImmediateCommand
  insertion(query: OperationNodeSource): ImmediateInsertion
  transaction<T>(work: () => T): T
  /**
   * A transaction that writes no more than who may do what: where it can, it does not wait for one that writes to the graph, which
   * may take minutes.
   */
  aside<T>(work: () => T): T
  /**
   * Runs `work`, whose transactions become one: they are there together, at the end, or none of them where it throws. One
   * that fails within leaves the others as they are.
   */
  together<T>(work: () => T): T
  /** A transaction for a load that is large beside the graph: `derive` works out anew what is derived from all rows. */
  load<T>(work: () => T, derive: () => void): T
  /** The last id that a table has given, even where its row has gone; 0 where it has given none. */
  lastId(table: string): number
  /** Gives later ids than this one to what is added to a table from here on. */
  beginIdsAfter(table: string, id: number): void
  /** What is wrong with the database as such, whatever its rows say. Nothing is written. */
  faults(): Finding[]
  /** Lets `work` change copies of these tables, and tells by which rows tables and copies differ then. Nothing is written. */
  differences(tables: CopiedTables, work: (copies: ImmediateEngine) => void): Finding[]
  snapshot<T>(work: () => T): T
  state(): string
  committedState(): string | null
  probe(): void
  close(): void
}
