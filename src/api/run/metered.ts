import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isIntrospectionType,
  isLeafType,
  isObjectType,
} from 'graphql'
import { answerSize, isBudgetSpent, takeCharacters, toldOnce, untold } from '../kit/budget.ts'

type Resolver = GraphQLFieldResolver<unknown, unknown>

/** The resolvers as they were written, by their fields. */
const originals = new WeakMap<GraphQLField<unknown, unknown>, Resolver>()

/** A field's resolver without the count: a compiled query counts by itself, a whole object at once. */
export const resolverOf = (field: GraphQLField<unknown, unknown>): Resolver =>
  originals.get(field) ?? field.resolve ?? defaultFieldResolver

/**
 * Lets each field of a schema count what it adds to an answer that graphql-js makes, and end once that is too much: there
 * is nowhere else to come between. Outside of `rationed` nothing is bounded. A schema is metered once, however often.
 */
export function meter(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !isIntrospectionType(type)) Object.values(type.getFields()).forEach(meterField)
}

function meterField(field: GraphQLField<unknown, unknown>): void {
  if (originals.has(field)) return
  const resolve = resolverOf(field)
  const isText = isLeafType(getNamedType(field.type))
  originals.set(field, resolve)
  field.resolve = (source, args, context, info) => {
    if (isBudgetSpent()) throw untold
    try {
      const value = resolve(source, args, context, info)
      takeCharacters(String(info.path.key).length + (isText ? answerSize(value) : 0))
      return value
    } catch (error) {
      throw toldOnce(error)
    }
  }
}
