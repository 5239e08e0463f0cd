import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql'
import { mapAnswer } from '../../sql/engine.ts'
import { answerSize, type Budget, untold } from '../kit/budget.ts'
import type { Context } from '../kit/builder.ts'

type MeteredField = GraphQLField<unknown, Context>
type Resolver = GraphQLFieldResolver<unknown, Context>

/** The resolvers that count rows and nothing else, by their fields. */
const rowCounting = new WeakMap<MeteredField, Resolver>()

/** A field's resolver for a compiled query, which counts characters by itself, a whole object at once. */
export const resolverOf = (field: MeteredField): Resolver =>
  rowCounting.get(field) ?? field.resolve ?? defaultFieldResolver

/**
 * Lets each field of a schema draw what it adds to an answer on the budget in its context, and end once that is too much.
 * Here and nowhere else rows are drawn, so that no list can forget to. Whoever asks without a budget is not bounded. A
 * schema is metered once, however often this is called.
 */
export function meter(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !isIntrospectionType(type)) Object.values(type.getFields()).forEach(meterField)
}

function meterField(field: MeteredField): void {
  if (rowCounting.has(field)) return
  const resolve = countingRows(resolverOf(field), depthOfLists(field.type))
  rowCounting.set(field, resolve)
  field.resolve = countingCharacters(resolve, isLeafType(getNamedType(field.type)))
}

/** How many lists stand in each other: 1 for `[Claim!]!`, 2 for `[[Int!]!]!`. */
function depthOfLists(type: GraphQLOutputType): number {
  const list = getNullableType(type)
  return isListType(list) ? 1 + depthOfLists(list.ofType) : 0
}

function countingRows(resolve: Resolver, depth: number): Resolver {
  if (depth === 0) return resolve
  return (source, args, context, info) => {
    const answer = resolve(source, args, context, info)
    const { budget } = context
    return budget ? mapAnswer(answer, (value) => takeLists(value, depth, budget)) : answer
  }
}

function takeLists(value: unknown, depth: number, budget: Budget): unknown {
  if (depth === 0 || !Array.isArray(value)) return value
  const rows = budget.takeRows(value)
  return depth === 1 ? rows : rows.map((row) => takeLists(row, depth - 1, budget))
}

/** For graphql-js: there is nowhere else to come between. */
const countingCharacters =
  (resolve: Resolver, isText: boolean): Resolver =>
  (source, args, context, info) => {
    const { budget, clock } = context
    if (!budget) return resolve(source, args, context, info)
    if (budget.isSpent) throw untold
    const counted = (value: unknown) => {
      budget.takeCharacters(String(info.path.key).length + (isText ? answerSize(value) : 0))
      return value
    }
    const fail = (error: unknown): never => {
      throw budget.toldOnce(error)
    }
    try {
      const resolved = clock
        ? clock.within(() => resolve(source, args, context, info))
        : resolve(source, args, context, info)
      const answer = mapAnswer(resolved, counted)
      return answer instanceof Promise ? answer.catch(fail) : answer
    } catch (error) {
      return fail(error)
    }
  }
