import { readdirSync } from 'node:fs'
import {
  buildSchema,
  type DocumentNode,
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  Kind,
  OperationTypeNode,
  print,
} from 'graphql'
import { describe, expect, it, vi } from 'vitest'
import { questions } from '../../bench/question.ts'
import { schema } from '../../src/api/schema.ts'
import { isOnPostgres } from '../engine.ts'
import { question, seed, worlds } from '../graph-fixture.ts'
import { databaseOf } from '../sqlite.ts'
import { Comparison } from './comparison.ts'

const world = worlds().of(seed)

/** What the variables of the explorer's queries may hold; `id` names what stands first in the query. */
const values: Readonly<Record<string, unknown>> = {
  of: 'russia',
  from: 'russia',
  to: 'ukraine',
  a: 'russia',
  b: 'ukraine',
  ids: ['russia', 'ukraine'],
  named: ['russia'],
  sources: ['state-department-distances'],
  review: ['ACCEPTED'],
  chosen: 'russia',
  text: 'A raid, he said.',
  words: 'raid',
  claim: 'ukraine-behind-incursion',
  hasClaim: true,
  decided: ['statement_1'],
  type: 'SPEAKS_ABOUT',
  types: ['SPEAKS_ABOUT'],
  hits: 5,
  filter: { not: { not: { stance: ['AFFIRMS'] } } },
  edges: ['2023-05-22', '2023-05-23', '2023-05-24'],
  first: 5,
  statements: 5,
  values: 5,
  maxLength: 3,
  minClaims: 1,
  hasChosen: true,
  hasHits: true,
  isAbout: false,
  isOfStatements: true,
  isWindow: true,
  by: ['SPEAKER', 'STANCE', 'MONTH'],
}
const ids: Readonly<Record<string, string>> = {
  actor: 'russia',
  claim: 'ukraine-behind-incursion',
  event: 'belgorod-incursion',
  place: 'belgorod-region',
  source: 'state-department-distances',
  statement: 'statement_1',
  revision: 'revision_1',
}

/** Those without a default must be given. */
function variablesOf(document: DocumentNode): Record<string, unknown> {
  const [operation] = document.definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The operation comes first.')
  const roots = operation.selectionSet.selections.map((field) =>
    field.kind === Kind.FIELD ? field.name.value : '',
  )
  const root = roots.find((name) => name in ids) ?? ''
  const required = (operation.variableDefinitions ?? []).filter(
    ({ type }) => type.kind === Kind.NON_NULL_TYPE,
  )
  const names = required.map(({ variable }) => variable.name.value)
  const others = required.flatMap(({ variable, type }): [string, unknown][] => {
    const named = schema.getType(print(type).replace('!', ''))
    if (isInputObjectType(named) && !(variable.name.value in values)) return [[variable.name.value, {}]]
    return isEnumType(named) && !named.getValues().some(({ name }) => name === values[variable.name.value])
      ? [[variable.name.value, named.getValues()[0]?.name]]
      : []
  })
  return Object.fromEntries([
    ...names.map((name) => [name, name === 'id' ? ids[root] : values[name]]),
    ...others,
  ])
}

const isDocument = (value: unknown): value is DocumentNode =>
  (value as DocumentNode).kind === Kind.DOCUMENT &&
  (value as DocumentNode).definitions.some(
    (one) => one.kind === Kind.OPERATION_DEFINITION && one.operation === OperationTypeNode.QUERY,
  )

// Some of them listen to the browser as soon as they are there.
vi.stubGlobal('addEventListener', () => {})
vi.stubGlobal('location', new URL('http://localhost/'))
const web = new URL('../../web/src/', import.meta.url)
const explorer = await Promise.all(
  readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('-query.ts'))
    .map(async (path) => Object.entries(await import(new URL(path, web).href))),
)
vi.unstubAllGlobals()

describe('a query that comes again is compiled', () => {
  const graph = world.graph
  const expectCompiled = (query: string, variables: Readonly<Record<string, unknown>>, isKept = true) => {
    const { wanted, got, isCompiled } = new Comparison(graph).of({ query, variables })
    expect(wanted).toMatch(/^{"data":/)
    expect(got).toEqual([wanted, wanted, wanted])
    expect(isCompiled).toBe(isKept)
  }

  const names = readdirSync(new URL('../../schema/questions', import.meta.url))
  it.each(names.map((file) => file.replace('.graphql', '')))('question %s', (name) => {
    expectCompiled(question(name), {})
  })

  // The bench looks into a file for what its questions are about.
  it.each(
    (isOnPostgres ? [] : questions(databaseOf(graph))).map(
      ({ name, query, variables }) => [name, query, variables[0]] as const,
    ),
  )('the bench’s %s', (_, query, variables) => expectCompiled(query, variables ?? {}))

  const queries = explorer.flat().filter(([, value]) => isDocument(value)) as [string, DocumentNode][]
  /** Of a node of eleven types, it asks for nodes of eleven types: more fields than are kept of a query. */
  const tooWide = 'nodeHistoryQuery'
  it.each(queries)('the explorer’s %s', (name, document) =>
    expectCompiled(print(document), variablesOf(document), name !== tooWide),
  )

  const plurals: Readonly<Record<string, string>> = {
    actor: 'actors',
    claim: 'claims',
    event: 'events',
    place: 'places',
    source: 'sources',
    statement: 'statements',
  }
  /** Which of an operation's first fields is of one node, and so what its variable `id` is of. */
  const rootOf = (document: DocumentNode): string =>
    /\b(actor|claim|event|place|source|statement)\(id: \$id\)/.exec(print(document))?.[1] ?? ''

  // What a query reads of its rows is learned from its first answers, and others have other rows.
  it.each(queries.filter(([, document]) => rootOf(document) !== ''))(
    'the explorer’s %s, of one node after another',
    (_, document) => {
      const list = plurals[rootOf(document)]
      const nodes: readonly { id: string }[] = world.ask(`{ ${list}(first: 25) { nodes { id } } }`)[
        list ?? ''
      ].nodes
      const comparison = new Comparison(graph)
      const variables = variablesOf(document)
      for (const { id } of [...nodes, ...nodes]) {
        const { wanted, got } = comparison.of({ query: print(document), variables: { ...variables, id } }, 1)
        expect(got, id).toEqual([wanted])
      }
    },
  )

  it('the explorer’s are all of them', () => {
    expect(queries.length).toBeGreaterThan(30)
  })
})

describe('is left to graphql-js', () => {
  it.each([
    ['the schema', '{ __schema { queryType { name } } }'],
    ['a type of the schema', '{ stats { claims } __type(name: "Claim") { name } }'],
    ['the schema in a fragment', '{ ...S } fragment S on Query { ... { __schema { queryType { name } } } }'],
    ['a field named __proto__', '{ stats { __proto__: claims } }'],
    ['a field named __proto__ in a fragment', '{ stats { ...S } } fragment S on Stats { __proto__: claims }'],
    [
      'very many fields',
      `{ ${'... { actors { nodes { ... on Actor { id slug name description } } } } '.repeat(120)} }`,
    ],
  ])('%s', (_, query) => {
    const { wanted, got, isCompiled } = new Comparison(world.graph).of({ query, variables: {} })
    expect(got).toEqual([wanted, wanted, wanted])
    expect(isCompiled).toBe(false)
  })
})

describe('what goes wrong while it runs is told of as graphql-js does', () => {
  const schema = buildSchema(`
    type Query { thing: Thing must: Thing! things: [Thing] all: [Thing!] every: [Thing!]! named: Named names: [Named!] }
    type Thing { ok: Int bad: Int late: Int must: Int! never: Int! number: Int color: Color list: [Int!] set: [Int] thing: Thing need: Thing! }
    enum Color { RED }
    interface Named { name: String }
    type Cat implements Named { name: String }
    type Stone { name: String }
  `)
  const thrown = () => {
    throw new Error('broken')
  }
  const thing = (): Record<string, unknown> => ({
    ok: 1,
    bad: thrown,
    late: async () => 2,
    must: () => null,
    never: thrown,
    number: 'one',
    color: 'BLUE',
    list: [1, null, 2],
    set: new Set([1, 2]),
    thing,
    need: thing,
  })
  const roots: Record<string, unknown> = {
    thing,
    must: thing,
    things: () => [thing(), null, new Error('gone'), thing()],
    all: () => [thing(), null],
    every: () => [thing(), thing()],
    named: { __typename: 'Stone', name: 'flint' },
    names: [{ __typename: 'Cat', name: 'Tom' }, {}],
  }
  const fields = (schema.getQueryType() as GraphQLObjectType).getFields()
  for (const [name, field] of Object.entries(fields))
    field.resolve = () => (typeof roots[name] === 'function' ? (roots[name] as () => unknown)() : roots[name])

  const error = (message: string, path: (string | number)[], column: number) => ({
    message,
    locations: [{ line: 1, column }],
    path,
  })
  const nothing = (of: string) => `Cannot return null for non-nullable field ${of}.`
  it.each([
    [
      '{ thing { bad ok } }',
      { errors: [error('broken', ['thing', 'bad'], 11)], data: { thing: { bad: null, ok: 1 } } },
    ],
    [
      '{ thing { ok must never } }',
      { errors: [error(nothing('Thing.must'), ['thing', 'must'], 14)], data: { thing: null } },
    ],
    ['{ must { never } }', { errors: [error('broken', ['must', 'never'], 10)], data: null }],
    [
      '{ thing { need { bad never ok } ok } }',
      {
        errors: [
          error('broken', ['thing', 'need', 'bad'], 18),
          error('broken', ['thing', 'need', 'never'], 22),
        ],
        data: { thing: null },
      },
    ],
    [
      '{ things { ok } }',
      { errors: [error('gone', ['things', 2], 3)], data: { things: [{ ok: 1 }, null, null, { ok: 1 }] } },
    ],
    [
      '{ things { never } }',
      {
        errors: [
          error('broken', ['things', 0, 'never'], 12),
          error('gone', ['things', 2], 3),
          error('broken', ['things', 3, 'never'], 12),
        ],
        data: { things: [null, null, null, null] },
      },
    ],
    ['{ all { ok } }', { errors: [error(nothing('Query.all'), ['all', 1], 3)], data: { all: null } }],
    [
      '{ every { must } all { ok } }',
      { errors: [error(nothing('Thing.must'), ['every', 0, 'must'], 11)], data: null },
    ],
    [
      '{ thing { number } }',
      {
        errors: [error('Int cannot represent non-integer value: "one"', ['thing', 'number'], 11)],
        data: { thing: { number: null } },
      },
    ],
    [
      '{ thing { color } }',
      {
        errors: [error('Enum "Color" cannot represent value: "BLUE"', ['thing', 'color'], 11)],
        data: { thing: { color: null } },
      },
    ],
    [
      '{ thing { list } }',
      { errors: [error(nothing('Thing.list'), ['thing', 'list', 1], 11)], data: { thing: { list: null } } },
    ],
    ['{ thing { set } }', { data: { thing: { set: [1, 2] } } }],
    [
      '{ named { name } }',
      {
        errors: [error('Runtime Object type "Stone" is not a possible type for "Named".', ['named'], 3)],
        data: { named: null },
      },
    ],
  ])('%s', (query, answer) => {
    const { wanted, got, isCompiled } = new Comparison(world.graph, schema).of({ query, variables: {} })
    expect(JSON.parse(wanted)).toEqual(answer)
    expect(got).toEqual([wanted, wanted, wanted])
    expect(isCompiled).toBe(false)
  })

  it('with every place that asks for it', () => {
    const query = '{ thing { bad } ... { thing { bad } } }'
    const { wanted, got } = new Comparison(world.graph, schema).of({ query, variables: {} })
    expect(JSON.parse(wanted).errors).toMatchObject([{ locations: [{ column: 11 }, { column: 31 }] }])
    expect(got).toEqual([wanted, wanted, wanted])
  })
})
