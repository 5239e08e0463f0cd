/** What the caller got wrong, said so that the caller can mend it. Any other error is ours, and is masked. */
export class UserError extends Error {
  override readonly name = 'UserError'
  /** The argument at fault, outermost first, such as `['filter', 'about', 0]`. */
  readonly argument: readonly (string | number)[]

  constructor(message: string, argument: readonly (string | number)[] = []) {
    super(message)
    this.argument = argument
  }
}

/** A reference to a node that is not there, with the slugs that come nearest to it. */
export class NotFoundError extends UserError {
  readonly nearest: readonly string[]

  constructor(message: string, nearest: readonly string[], argument: readonly (string | number)[] = []) {
    super(nearest.length > 0 ? `${message} Did you mean ${nearest.join(', ')}?` : message, argument)
    this.nearest = nearest
  }
}

/** A query ran past its deadline, and was stopped. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError'

  constructor() {
    super('The query took too long and was stopped.')
  }
}
