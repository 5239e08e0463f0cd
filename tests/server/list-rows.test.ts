import {
  type ExecutionResult,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isRequiredArgument,
  parse,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { Executor } from '../../src/api/run/executor.ts'
import { defaultLimits } from '../../src/api/run/limits.ts'
import { schema } from '../../src/api/schema.ts'
import { performWrite } from '../../src/edits/perform.ts'
import { everyField, seed, worlds } from '../graph-fixture.ts'

const twice = new URL('../dossiers/twice.yaml', import.meta.url).pathname
const world = worlds().of(seed, everyField, twice)

/** Two groups, of which one has brought the other a name and an identifier. */
const groups = ['into', 'from'].map((end) => ({
  ...{ slug: `group-${end}`, name: `The group ${end}`, type: 'ARMED_GROUP', links: { wikidata: [end] } },
}))
await performWrite(world.writer, { kind: 'record', by: null, items: { actors: groups } })
await performWrite(world.writer, {
  ...{ kind: 'merge', by: null, of: 'ENTITY', into: 'group-into', from: ['group-from'] },
})

/** What the arguments that must be given can be. */
const given: Record<string, string> = {
  by: '[ACT]',
  edges: '["2022", "2023", "2024"]',
  from: '"russia"',
  ids: '["russia", "ukraine"]',
  into: '"ukraine"',
  of: '"russia"',
  text: '"Ukraine was behind the incursion into Belgorod region, the governor said on Tuesday."',
  to: '"ukraine"',
  type: 'ACTOR',
}

/** Enough that somewhere in a list each of its nodes' own lists has something in it. */
const sizes: Record<string, string> = { first: '50', depth: '2' }

const argumentsOf = (args: readonly GraphQLArgument[]): string => {
  const written = args
    .filter((arg) => isRequiredArgument(arg) || arg.name in sizes)
    .map(({ name }) => `${name}: ${given[name] ?? sizes[name]}`)
  return written.length > 0 ? `(${written.join(', ')})` : ''
}

const fieldsOf = (type: GraphQLObjectType): GraphQLField<unknown, unknown>[] =>
  Object.values(type.getFields())

/** A way to objects of a type: the fields that lead there, each with what it is asked of. */
type Way = readonly string[]

const has = ({ args }: GraphQLField<unknown, unknown>, ...names: string[]) =>
  args.some(({ name }) => names.includes(name))
const isWay = (field: GraphQLField<unknown, unknown>) => !has(field, 'id', 'ids') && field.name !== 'problems'
/** Pages come first, for they have most to go on from. */
const pagesFirst = (a: GraphQLField<unknown, unknown>, b: GraphQLField<unknown, unknown>) =>
  Number(has(b, 'after')) - Number(has(a, 'after'))

/** The shortest way to each type, over lists of all nodes rather than to some by their ids. */
function waysToTypes(): ReadonlyMap<GraphQLObjectType, Way> {
  const query = schema.getQueryType() as GraphQLObjectType
  const ways = new Map<GraphQLObjectType, Way>([[query, []]])
  for (const [from, way] of ways)
    for (const field of fieldsOf(from).filter(isWay).sort(pagesFirst))
      for (const type of objectsOf(field.type))
        if (!ways.has(type))
          ways.set(type, [...way, `${field.name}${argumentsOf(field.args)} { ... on ${type} {`])
  return ways
}

function objectsOf(output: GraphQLOutputType): readonly GraphQLObjectType[] {
  const type = getNamedType(output)
  if (isAbstractType(type)) return schema.getPossibleTypes(type)
  return isObjectType(type) ? [type] : []
}

interface ListField {
  readonly type: GraphQLObjectType
  readonly field: GraphQLField<unknown, unknown>
}

const ways = waysToTypes()
const allListFields: readonly ListField[] = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter((type) => !isIntrospectionType(type))
  .flatMap((type) =>
    fieldsOf(type)
      .filter((field) => isListType(getNullableType(field.type)))
      .map((field) => ({ type, field })),
  )

/** What a change gives back has a list for each that its caller gives: no question leads there, but to what is in its way. */
const isAsked = ({ type, field }: ListField): boolean => ways.has(type) && field.name !== 'problems'
const listFields = allListFields.filter(isAsked)

function documentOf({ type, field }: ListField): string {
  const way = ways.get(type) ?? []
  const below = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''
  return `{ ${way.join(' ')} asked: ${field.name}${argumentsOf(field.args)}${below} ${'} }'.repeat(way.length)} }`
}

type Engine = 'graphql-js' | 'compiled'

function asked(query: string, engine: Engine, rows = defaultLimits.rows): ExecutionResult {
  const executor = new Executor(schema, world.graph, {
    limits: { ...defaultLimits, cost: Number.POSITIVE_INFINITY, rows },
    timeLimit: 60_000,
  })
  const made: boolean[] = []
  executor.onAnswer = (isCompiled) => made.push(isCompiled)
  const document = parse(query)
  const run = () => executor.run({ schema, document })
  if (engine === 'compiled') run()
  const answer = run()
  if (answer instanceof Promise) throw new Error('SQLite answers at once, and nothing in between may wait.')
  expect(made.at(-1)).toBe(engine === 'compiled')
  return answer
}

/** How many items all lists of an answer have, or those alone that have this key. */
function itemsOf(value: unknown, key: string | null = null, at = ''): number {
  if (typeof value !== 'object' || value === null) return 0
  const own = Array.isArray(value) && (key === null || key === at) ? value.length : 0
  const parts = Array.isArray(value)
    ? value.map((item) => itemsOf(item, key))
    : Object.entries(value).map(([name, item]) => itemsOf(item, key, name))
  return parts.reduce((sum, part) => sum + part, own)
}

/** The lists of the field itself that came out with nothing in them, so that nothing can be told of them. */
const empty = new Map<string, boolean>()

describe.each<Engine>(['graphql-js', 'compiled'])(
  'each list draws on the rows of its operation (%s)',
  (engine) => {
    it.each(listFields.map((list) => [`${list.type}.${list.field.name}`, list] as const))('%s', (_, list) => {
      const query = documentOf(list)
      const { data, errors } = asked(query, engine)
      expect(errors).toBeUndefined()
      const name = `${list.field.name}: ${list.field.type}`
      empty.set(name, (empty.get(name) ?? true) && itemsOf(data, 'asked') === 0)
      const rows = itemsOf(data)
      expect(asked(query, engine, rows)).toEqual({ data })
      expect(asked(query, engine, rows - 1)).toMatchObject({
        errors: [{ extensions: { code: 'COST_LIMIT', allowed: rows - 1 } }],
      })
    })
  },
)

it('all others are of what a change gives back', () => {
  const others = new Set(allListFields.filter((list) => !isAsked(list)).map(({ type }) => type.name))
  expect(
    [...others].filter((name) => !/Payload$|^(Invalid|Conflict|InUse|MergePreview)$/.test(name)),
  ).toEqual([])
})

it('each was asked where it has something to draw', () => {
  expect([...empty].filter(([, isEmpty]) => isEmpty).map(([name]) => name)).toEqual([])
})

it('a list that is asked by two names is drawn twice', () => {
  const [once, twice] = ['{ nodes { id } }', '{ nodes { id } again: nodes { id } }'].map((below) =>
    itemsOf(asked(`{ claims(first: 10) ${below} }`, 'graphql-js').data),
  )
  expect([once, twice]).toEqual([10, 20])
  expect(asked('{ claims(first: 10) { nodes { id } again: nodes { id } } }', 'compiled', 19)).toHaveProperty(
    'errors',
  )
})
