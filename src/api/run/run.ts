import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql'
import type { Budget } from '../kit/budget.ts'
import type { Context } from '../kit/builder.ts'
import type { Variables } from './selection.ts'

/** One run of a compiled query. */
export interface Run {
  readonly context: Context
  readonly budget: Budget | undefined
  readonly variables: Variables
  /** The arguments of each place whose arguments have variables, read when the first object there is met. */
  readonly args: (Arguments | undefined)[]
  /** What it waits for; null where everything is answered at once. */
  readonly waits: Waits | null
}

export type Arguments = Readonly<Record<string, unknown>>

/** Makes of what a resolver returned, which is not null, what stands in the answer. */
export type Complete = (value: unknown, run: Run) => unknown

const left = new Error('This answer is graphql-js’s to give.')

/** Ends the run: graphql-js is to answer. It asks anew for what was promised, and tells what becomes of it. */
export function leave(value?: unknown): never {
  if (value instanceof Promise) value.catch(() => {})
  throw left
}

/** A field whose value may have to be waited for. */
interface AwaitedField {
  readonly key: string
  readonly resolve: GraphQLFieldResolver<unknown, Context>
  readonly args: (run: Run) => Arguments
  readonly info: GraphQLResolveInfo
  readonly isRequired: boolean
  readonly complete: Complete
}

/** An object that has a field still to come, and what is answered of it. */
interface Unfinished {
  readonly object: unknown
  /** Null until all that is asked of the object has been asked for. */
  answer: Record<string, unknown> | null
}

/**
 * What one run of a compiled query waits for. Of the rows that were loaded together only the first asks for what a field needs:
 * it is loaded for all of them, and the others have it from their batch once it is there, without a promise each. What a field
 * has then is put in its place in an answer that has all of its fields already, in their order.
 */
export class Waits {
  /** The objects that go on with a field once the first of them has its value. */
  readonly #following = new Map<AwaitedField, Unfinished[]>()
  #open = 0
  #isOver = false
  #end: { readonly resolve: () => void; readonly reject: (error: unknown) => void } | null = null
  #error: unknown = null

  /** The objects that wait with another for a field, if one does. */
  followers(field: AwaitedField): Unfinished[] | undefined {
    return this.#following.get(field)
  }

  /** Puts what was promised to the first object into its answer, and then asks for those that follow it. */
  first(field: AwaitedField, promise: Promise<unknown>, object: unknown, run: Run): Unfinished {
    const first: Unfinished = { object, answer: null }
    const followers: Unfinished[] = []
    this.#following.set(field, followers)
    this.#wait(promise, (value) => {
      this.#following.delete(field)
      finish(field, value, first, run)
      for (const follower of followers) this.#follow(field, follower, run)
    })
    return first
  }

  /** The data once nothing is waited for any more. */
  ended<Data>(data: Data): Data | Promise<Data> {
    if (this.#open === 0) return data
    const over = new Promise<void>((resolve, reject) => {
      this.#end = { resolve, reject }
      if (this.#isOver) reject(this.#error)
    })
    return over.then(() => data)
  }

  /** What its batch does not have it has asked for itself. */
  #follow(field: AwaitedField, unfinished: Unfinished, run: Run): void {
    const value = field.resolve(unfinished.object, field.args(run), run.context, field.info)
    if (value instanceof Promise) this.#wait(value, (found) => finish(field, found, unfinished, run))
    else finish(field, value, unfinished, run)
  }

  #wait(promise: Promise<unknown>, go: (value: unknown) => void): void {
    this.#open++
    promise
      .then((value) => {
        if (this.#isOver) return
        go(value)
        if (--this.#open === 0) this.#end?.resolve()
      })
      .catch((error: unknown) => this.#fail(error))
  }

  #fail(error: unknown): void {
    this.#isOver = true
    this.#error = error
    this.#end?.reject(error)
  }
}

function finish(
  { key, isRequired, complete }: AwaitedField,
  value: unknown,
  { answer }: Unfinished,
  run: Run,
) {
  if (!answer) return leave()
  answer[key] = value == null ? (isRequired ? leave() : null) : complete(value, run)
}
