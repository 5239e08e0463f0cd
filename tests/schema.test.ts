import { readFileSync } from 'node:fs'
import {
  type DefinitionNode,
  type GraphQLArgument,
  type GraphQLNamedType,
  type InputValueDefinitionNode,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  parse,
  print,
  printSchema,
  type TypeNode,
  validateSchema,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '../src/api/schema.ts'

const text = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
/** What reading was promised to be, and what writing adds to it. */
const contractText = ['./contract.graphql', './writing-contract.graphql'].map(text).join('\n')
const contract = parse(contractText.replace(/^extend /gm, ''))

/** The contract lists only what these add to the interface that they implement. */
const implied: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    ['State', 'Organization', 'ArmedGroup', 'MediaOutlet', 'Person'].map((name) => [
      name,
      ['Actor', 'Entity', 'Node'],
    ]),
  ),
  Place: ['Entity', 'Node'],
  Event: ['Entity', 'Node'],
}

/** Whether a value of the one type can always stand where the other is promised: the same, or never null. */
function gives(ours: string, promised: string): boolean {
  const pattern = promised.replace(/[[\]]/g, '\\$&')
  return new RegExp(`^${pattern.replace(/(?<!!)(?=\\\]|$)/g, '!?')}$`).test(ours)
}

const isBare = (ours: string): boolean => !ours.endsWith('!')

interface Described {
  readonly description?: unknown
}
const undescribed = (where: string, promised: Described, ours: Described): string[] =>
  promised.description && !ours.description ? [`${where} has no description`] : []

/** What an argument, or a field of an input, falls short of. */
function inputGaps(
  where: string,
  promised: InputValueDefinitionNode,
  ours: Pick<GraphQLArgument, 'type' | 'defaultValue' | 'description'> | undefined,
): string[] {
  if (!ours) return [`${where} is missing`]
  const [asked, taken] = [print(promised.type), String(ours.type)]
  const value = promised.defaultValue && print(promised.defaultValue)
  const gaps = undescribed(where, promised, ours)
  // The other way round: whatever the contract lets a client leave out may be left out.
  if (!gives(asked, taken)) gaps.push(`${where} takes ${taken}, not ${asked}`)
  if (value !== undefined && JSON.stringify(ours.defaultValue) !== value)
    gaps.push(`${where} is ${JSON.stringify(ours.defaultValue)} by default, not ${value}`)
  return gaps
}

function fieldGaps(type: GraphQLNamedType, definition: DefinitionNode): string[] {
  if (!('fields' in definition)) return []
  return (definition.fields ?? []).flatMap((promised) => {
    const where = `${type.name}.${promised.name.value}`
    const ours = (isObjectType(type) || isInterfaceType(type)) && type.getFields()[promised.name.value]
    const input = isInputObjectType(type) && type.getFields()[promised.name.value]
    if (input) return inputGaps(where, promised as InputValueDefinitionNode, input)
    if (!ours) return [`${where} is missing`]
    const gaps = undescribed(where, promised, ours)
    if (!gives(String(ours.type), print(promised.type as TypeNode)))
      gaps.push(`${where} is ${ours.type}, not ${print(promised.type as TypeNode)}`)
    const args = ('arguments' in promised ? promised.arguments : []) as readonly InputValueDefinitionNode[]
    const others = ours.args.filter(({ name }) => !args.some((arg) => arg.name.value === name))
    return [
      ...gaps,
      ...args.flatMap((arg) =>
        inputGaps(
          `${where}(${arg.name.value}:)`,
          arg,
          ours.args.find(({ name }) => name === arg.name.value),
        ),
      ),
      ...others
        .filter((arg) => !isBare(String(arg.type)) && arg.defaultValue === undefined)
        .map((arg) => `${where}(${arg.name}:) is required, and the contract has never heard of it`),
    ]
  })
}

function enumGaps(type: GraphQLNamedType, definition: DefinitionNode): string[] {
  if (definition.kind !== Kind.ENUM_TYPE_DEFINITION) return []
  const ours = isEnumType(type) ? type.getValues() : []
  return (definition.values ?? []).flatMap((promised) => {
    const where = `${type.name}.${promised.name.value}`
    const value = ours.find(({ name }) => name === promised.name.value)
    return value ? undescribed(where, promised, value) : [`${where} is missing`]
  })
}

function typeGaps(definition: DefinitionNode): string[] {
  if (!('name' in definition) || !definition.name) return []
  const name = definition.name.value
  const type = schema.getType(name)
  if (!type) return [`${name} is missing`]
  const kinds: Record<string, (type: GraphQLNamedType) => boolean> = {
    [Kind.SCALAR_TYPE_DEFINITION]: isScalarType,
    [Kind.INTERFACE_TYPE_DEFINITION]: isInterfaceType,
    [Kind.OBJECT_TYPE_DEFINITION]: isObjectType,
    [Kind.INPUT_OBJECT_TYPE_DEFINITION]: isInputObjectType,
    [Kind.ENUM_TYPE_DEFINITION]: isEnumType,
  }
  if (!kinds[definition.kind]?.(type)) return [`${name} is not a ${definition.kind}`]
  const listed = 'interfaces' in definition ? (definition.interfaces ?? []).map((one) => one.name.value) : []
  const ours = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces().map((one) => one.name) : []
  const unmet = [...new Set([...listed, ...(implied[name] ?? [])])].filter((one) => !ours.includes(one))
  return [
    ...unmet.map((one) => `${name} does not implement ${one}`),
    ...fieldGaps(type, definition),
    ...enumGaps(type, definition),
  ]
}

const connections = (): string[] => [
  ...new Set([...contractText.matchAll(/: (\w+Connection)!/g)].map(([, name]) => name as string)),
]

/** What a connection's nodes are, where that is not what its name says. */
const nodesOf: Record<string, string> = { SearchConnection: 'SearchHit', TimelineConnection: 'TimelineEntry' }

describe('the schema', () => {
  it('is valid', () => {
    expect(validateSchema(schema)).toEqual([])
  })

  it('is the one that is committed', () => {
    expect(text('../schema/schema.graphql')).toBe(`${printSchema(schema)}\n`)
  })

  it('holds what the contract promises', () => {
    expect(contract.definitions.flatMap(typeGaps)).toEqual([])
  })

  it.each(connections())('has in %s a connection', (name) => {
    const node = nodesOf[name] ?? name.replace('Connection', '')
    const edge = name.replace('Connection', 'Edge')
    const fields = (of: string) => {
      const type = schema.getType(of)
      if (!isObjectType(type)) return `${of} is missing`
      return Object.fromEntries(
        Object.values(type.getFields()).map((field) => [field.name, String(field.type)]),
      )
    }
    expect(fields(name)).toMatchObject({
      nodes: `[${node}!]!`,
      edges: `[${edge}!]!`,
      pageInfo: 'PageInfo!',
      totalCount: 'Int!',
    })
    expect(fields(edge)).toEqual({ cursor: 'String!', node: `${node}!` })
  })
})

/** All that a description can stand on, and what it is there. The types of introspection are not ours to describe. */
const described = (): (readonly [where: string, description: string])[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => [textOf(type.name, type), ...partsOf(type)])

const textOf = (where: string, { description }: { description?: unknown }) =>
  [where, typeof description === 'string' ? description : ''] as const

function partsOf(type: GraphQLNamedType) {
  if (isEnumType(type)) return type.getValues().map((value) => textOf(`${type.name}.${value.name}`, value))
  if (!('getFields' in type)) return []
  return Object.values(type.getFields()).flatMap((field) => {
    const where = `${type.name}.${field.name}`
    const args: readonly GraphQLArgument[] = 'args' in field ? field.args : []
    return [textOf(where, field), ...args.map((arg) => textOf(`${where}(${arg.name}:)`, arg))]
  })
}

/** Whether a description only repeats the name that it stands on: “The slug.” of `slug`. */
function onlyRepeats(where: string, description: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/^(the|an?|its|whether)\s+/, '')
      .replace(/[^a-z0-9]/g, '')
  const name = /(\w+)[:)]*$/.exec(where)?.[1] ?? ''
  return plain(description) === plain(name)
}

describe('the descriptions', () => {
  it('tell what every type, field, argument, input field and enum value is', () => {
    expect(described().length).toBeGreaterThan(700)
    expect(described().filter(([, text]) => text === '')).toEqual([])
  })

  it('are sentences, and more than the name over again', () => {
    const poor = ([where, text]: readonly [string, string]) =>
      text.length < 12 || !/^[A-Z0-9“‘]/.test(text) || !/[.:)]$/.test(text) || onlyRepeats(where, text)
    expect(described().filter(poor)).toEqual([])
  })

  it('begin with the schema itself, which explains ids, pages, dates, limits and errors', () => {
    expect(printSchema(schema)).toMatch(/^"""\nWho said what about whom/)
    for (const word of ['slug', 'endCursor', 'EDTF', 'COST_LIMIT', 'NOT_FOUND', 'BAD_USER_INPUT'])
      expect(schema.description).toContain(word)
  })

  it('say of each root field which role it needs', () => {
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
    const fields = roots.flatMap((type) => Object.values(type?.getFields() ?? {}))
    expect(fields.length).toBeGreaterThan(50)
    expect(
      fields.filter(({ description }) => !/Needs the role (READER where|EDITOR)/.test(description ?? '')),
    ).toEqual([])
  })

  it('lead from each scalar to what specifies it', () => {
    const scalars = Object.values(schema.getTypeMap()).filter(isScalarType)
    const bare = scalars.filter((scalar) => !isSpecifiedScalarType(scalar) && !scalar.specifiedByURL)
    expect(bare.map(({ name }) => name)).toEqual([])
  })

  it.each([
    ['Claim.slug', 'The slug.', true],
    ['Claim.slug', 'Slug', true],
    ['Query.claims(first:)', 'First.', true],
    ['Position.changed', 'Whether changed.', true],
    ['Claim.slug', 'A readable name, unique among claims.', false],
  ])('of %s would say nothing with %j: %s', (where, text, nothing) => {
    expect(onlyRepeats(where, text)).toBe(nothing)
  })
})

describe('the comparison', () => {
  it.each([
    ['Int', 'Int', true],
    ['Int!', 'Int', true],
    ['Int', 'Int!', false],
    ['[ID!]!', '[ID!]', true],
    ['[ID!]!', '[ID]', true],
    ['[ID]!', '[ID!]!', false],
    ['ID', 'Int', false],
  ])('lets %s stand for %s: %s', (ours, promised, can) => {
    expect(gives(ours, promised)).toBe(can)
  })
})
