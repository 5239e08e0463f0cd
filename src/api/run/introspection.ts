import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql'

/** How many of what a field of a schema's own types lists count for the cost: one of whatever is not a list. */
export type ListSizes = ReadonlyMap<string, number>

const sizesBySchema = new WeakMap<GraphQLSchema, ListSizes>()

export function listSizes(schema: GraphQLSchema): ListSizes {
  const sizes = sizesBySchema.get(schema) ?? countedSizes(schema)
  sizesBySchema.set(schema, sizes)
  return sizes
}

/**
 * A type counts as the largest, for the largest may be asked for again and again; of all types so many count that the sum
 * of their fields is right.
 */
function countedSizes(schema: GraphQLSchema): ListSizes {
  const types = Object.values(schema.getTypeMap())
  const fields = types.flatMap(fieldsOfType)
  const directives = schema.getDirectives()
  const most = (count: (type: GraphQLNamedType) => number) => Math.max(...types.map(count))
  const mostFields = most((type) => fieldsOfType(type).length)
  return new Map([
    ['types', fields.length / mostFields],
    ['fields', mostFields],
    ['args', sumOf(fields, ({ args }) => args.length) / fields.length],
    ['inputFields', most((type) => (isInputObjectType(type) ? Object.keys(type.getFields()).length : 0))],
    ['enumValues', most((type) => (isEnumType(type) ? type.getValues().length : 0))],
    ['interfaces', most((type) => (isObjectType(type) ? type.getInterfaces().length : 0))],
    ['possibleTypes', most((type) => possibleTypes(schema, type))],
    ['directives', directives.length],
    ['locations', sumOf(directives, ({ locations }) => locations.length) / directives.length],
    // Of a type as it is written, such as [ID!]!, there are a few layers, however many are asked for.
    ['ofType', 0.5],
  ])
}

const fieldsOfType = (type: GraphQLNamedType) =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : []

const possibleTypes = (schema: GraphQLSchema, type: GraphQLNamedType): number =>
  isInterfaceType(type) || isUnionType(type) ? schema.getPossibleTypes(type).length : 0

const sumOf = <T>(all: readonly T[], count: (one: T) => number): number =>
  all.reduce((sum, one) => sum + count(one), 0)
