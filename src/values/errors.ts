/** The way to a field or an argument, outermost first, such as `['filter', 'about', 0]`. */
export type FieldPath = readonly (string | number)[]

/** One thing that is wrong in a file, what would be right, and where it stands, as far as that is known. */
export interface Problem {
  readonly file: string
  /** Lines and columns are counted from 1. */
  readonly line?: number | undefined
  readonly column?: number | undefined
  /** The field, such as `statements[3].speaker`; left out or empty where it is about the file. */
  readonly path?: string
  /** The value that stands there, as JSON; left out or empty where none does. */
  readonly value?: string
  /** The end of a sentence that begins with the place, such as `is empty: there is no text in it.` */
  readonly message: string
}

/** `belgorod.yaml:12:5 statements[3].speaker "rusia": …`, which editors and terminals make a link of. */
export function formatProblem({ file, line, column, path, value, message }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  const field = [path, value].filter(Boolean).join(' ')
  return `${place} ${field && `${field}: `}${message}`
}

/** A mistake of the caller, said so that the caller can mend it. Any other error is ours, and is masked. */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly argument: FieldPath

  constructor(message: string, argument: FieldPath = []) {
    super(message)
    this.argument = argument
  }
}

/** A reference to a node that is not there, with the slugs that come nearest to it. */
export class NotFoundError extends UserError {
  readonly nearest: readonly string[]

  constructor(message: string, nearest: readonly string[], argument: FieldPath = []) {
    super(nearest.length > 0 ? `${message} Did you mean ${nearest.join(', ')}?` : message, argument)
    this.nearest = nearest
  }
}

/**
 * A report that cannot be read. Its message is the end of a sentence, as a problem's: whoever catches it knows the file.
 */
export class UnreadableError extends UserError {}

/** A file that cannot be opened as a graph: another program's, part of one, or of another version of Hearsay. */
export class GraphFileError extends UserError {}

/** A graph that was written by an earlier Hearsay, and must be brought up to date before it is read. */
export class EarlierFileError extends GraphFileError {}

/** A graph's file that a later Hearsay can open. */
export class LaterFileError extends GraphFileError {}

/** Dossiers with problems: nothing of them was written. */
export class DossierError extends UserError {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'))
    this.problems = problems
  }
}

/** A query ran past its deadline, and was stopped. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError'

  constructor() {
    super('The query took too long and was stopped.')
  }
}

/** Something cannot be done now, through no fault of the caller's, who may try again. */
export class UnavailableError extends Error {
  override readonly name: string = 'UnavailableError'
}

/** When a database was lost to whoever asked it: before it was asked, while it answered, or while it kept a change. */
export type Loss = 'before' | 'while it ran' | 'while it was kept'

/** The database of the graph cannot be reached. What was asked of it may have been done or not. */
export class DatabaseLostError extends UnavailableError {
  override readonly name = 'DatabaseLostError'
  /** In the words of whoever found out; it may name machines, and is for logs. */
  readonly reason: string
  readonly loss: Loss

  /** The code by which the database or the system names it; empty where there is none. */
  readonly code: string

  constructor(reason: string, loss: Loss = 'while it ran', code = '') {
    super(
      loss === 'while it was kept'
        ? 'The database of the graph was lost while it kept a change, which may be there or not. See whether it is before you make it again.'
        : 'The database of the graph does not answer. Ask again in a moment.',
    )
    this.reason = reason
    this.loss = loss
    this.code = code
  }
}

/** Nobody waits for the answer any more: its client has gone. */
export class AbandonedError extends UnavailableError {
  constructor() {
    super('Nobody waited for the answer any more, and it was given up.')
  }
}

/** The message of an error; anything else that was thrown, as text. */
export const errorMessage = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** The code by which the system or the engine names what went wrong, such as `ENOENT`; empty where an error has none. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code ?? '') : ''
