import {
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLLeafType,
  type GraphQLResolveInfo,
  getArgumentValues,
} from 'graphql'
import { noArguments } from '../kit/batch.ts'
import { answerSize } from '../kit/budget.ts'
import type { Context } from '../kit/builder.ts'
import type { Variables } from './selection.ts'

/** One run of a compiled query. */
export interface Run {
  readonly context: Context
  readonly variables: Variables
  /** The arguments of each place that takes any, read when the first object there is met. */
  readonly args: (Arguments | undefined)[]
}

type Arguments = Readonly<Record<string, unknown>>

/** Makes of what a resolver returned what stands in the answer. */
export type Complete = (value: unknown, run: Run) => unknown

/** A field that is asked of an object, or `__typename`, which is known beforehand. */
export type Field = { readonly key: string; readonly constant: string } | ResolvedField

interface ResolvedField {
  readonly key: string
  readonly constant: null
  readonly definition: GraphQLField<unknown, unknown>
  readonly resolve: GraphQLFieldResolver<unknown, Context>
  readonly complete: Complete
  readonly info: GraphQLResolveInfo
  /** Where its arguments stand among those of a run; null where it takes none. */
  readonly argumentsAt: number | null
}

const left = new Error('This answer is graphql-js’s to give.')

/** Ends the run: graphql-js is to answer. It asks anew for what was promised, and tells what becomes of it. */
export function leave(value?: unknown): never {
  if (value instanceof Promise) value.catch(() => {})
  throw left
}

/** What stands in the answer for a field of an object. */
export function answerOf(field: Field, source: unknown, run: Run): unknown {
  if (field.constant !== null) return field.constant
  const { resolve, complete, info, argumentsAt } = field
  const args = argumentsAt === null ? noArguments : (run.args[argumentsAt] ?? readArguments(field, run))
  return complete(resolve(source, args, run.context, info), run)
}

function readArguments(
  { definition, info, argumentsAt }: ResolvedField,
  { args, variables }: Run,
): Arguments {
  const read = getArgumentValues(definition, info.fieldNodes[0] as FieldNode, variables)
  args[argumentsAt as number] = read
  return read
}

export const completeLeaf =
  (type: GraphQLLeafType): Complete =>
  (value, run) => {
    if (typeof value === 'object') leaveUnlessPlain(value)
    run.context.budget?.takeCharacters(answerSize(value))
    return type.serialize(value) ?? leave()
  }

export const completeList =
  (completeItem: Complete): Complete =>
  (value, run) =>
    Array.isArray(value) ? value.map((item) => completeItem(item, run)) : leave(value)

/** An error or a promise may be returned in place of any value. */
export function leaveUnlessPlain(value: unknown): void {
  if (value instanceof Error || typeof (value as { then?: unknown } | null)?.then === 'function') leave(value)
}
