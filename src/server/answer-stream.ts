import type { ExecutionResult, GraphQLError } from 'graphql'

type AnswerResult = IteratorResult<ExecutionResult, undefined>

/**
 * The answers of a subscription, which can be ended from outside at any time, also while the next is waited for: with a last
 * answer that says why, or with none.
 */
export class AnswerStream implements AsyncIterableIterator<ExecutionResult> {
  readonly #answers: AsyncIterableIterator<ExecutionResult>
  /** What ends the stream and is not taken yet. */
  #last: ExecutionResult | null = null
  #isOver = false
  #settle: ((result: AnswerResult) => void) | null = null
  /** Called once the stream is over. */
  onEnd: (() => void) | null = null

  constructor(answers: AsyncIterableIterator<ExecutionResult>) {
    this.#answers = answers
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  next(): Promise<AnswerResult> {
    if (this.#isOver) return Promise.resolve(this.#taken())
    return new Promise((resolve, reject) => {
      this.#settle = resolve
      this.#answers.next().then(({ done, value }) => {
        if (this.#isOver) return
        if (done) this.#end(null)
        else resolve({ done: false, value })
      }, reject)
    })
  }

  return(): Promise<AnswerResult> {
    this.#end(null)
    return Promise.resolve({ done: true, value: undefined })
  }

  /** Ends the stream with this as its last answer. */
  endWith(reason: GraphQLError): void {
    this.#end({ errors: [reason] })
  }

  #end(last: ExecutionResult | null): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#last = last
    void this.#answers.return?.()
    this.#settle?.(this.#taken())
    this.onEnd?.()
  }

  #taken(): AnswerResult {
    const value = this.#last
    this.#last = null
    return value ? { done: false, value } : { done: true, value: undefined }
  }
}
