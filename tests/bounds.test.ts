import {
  type GraphQLArgument,
  type GraphQLField,
  getNamedType,
  graphqlSync,
  isCompositeType,
  isObjectType,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '../src/api/schema.ts'
import { nodeTypes } from '../src/values/vocabulary.ts'
import { seed, worlds } from './graph-fixture.ts'

const { graph } = worlds().of(seed)

/** How a node of each type is reached, and what the arguments that must be given can be. */
const ways: Record<string, string> = {
  Query: '',
  State: 'actor(id: "russia")',
  MediaOutlet: 'actor(id: "bbc")',
  Place: 'place(id: "belgorod-region")',
  Event: 'event(id: "belgorod-incursion")',
  Source: 'sources(first: 1) { nodes',
  Claim: 'claim(id: "ukraine-behind-incursion")',
}
const given: Record<string, string> = {
  type: 'ACTOR',
  by: '[ACT]',
  edges: '["2022", "2024"]',
  from: '"russia"',
  of: '"russia"',
  text: '"raid"',
  to: '"ukraine"',
}

interface Bound {
  readonly type: string
  readonly field: GraphQLField<unknown, unknown>
  readonly argument: GraphQLArgument
  readonly least: number
  /** None where any number that is large enough will do. */
  readonly most: number | null
}

/** The bounds that descriptions of arguments tell: “0 to 500”, “1 or more”. */
const bounds: readonly Bound[] = Object.keys(ways).flatMap((type) => {
  const object = schema.getType(type)
  if (!isObjectType(object)) return []
  return Object.values(object.getFields()).flatMap((field) =>
    field.args.flatMap((argument) => {
      const told = /(\d+) (?:to (\d+)|or more)/.exec(argument.description ?? '')
      if (!told || String(argument.type) !== 'Int') return []
      return [{ type, field, argument, least: Number(told[1]), most: told[2] ? Number(told[2]) : null }]
    }),
  )
})

function asked({ type, field, argument }: Bound, value: number): readonly string[] {
  const others = field.args.filter(({ type, name }) => String(type).endsWith('!') && name !== argument.name)
  const args = [...others.map(({ name }) => `${name}: ${given[name]}`), `${argument.name}: ${value}`]
  const inner = `${field.name}(${args.join(', ')})${isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''}`
  const way = ways[type] as string
  const source =
    way === '' ? `{ ${inner} }` : `{ ${way} { ... on ${type} { ${inner} } }${way.includes('{') ? ' }' : ''} }`
  const { errors = [] } = graphqlSync({ schema, source, contextValue: { graph } })
  return errors.map(({ message }) => message)
}

describe('the bounds that a description tells', () => {
  it('are told of every number that may be asked for', () => {
    const untold = Object.keys(ways).flatMap((type) => {
      const object = schema.getType(type)
      if (!isObjectType(object)) return [type]
      return Object.values(object.getFields()).flatMap((field) =>
        field.args
          .filter(({ type }) => String(type) === 'Int')
          .filter((argument) => !bounds.some((bound) => bound.argument === argument))
          .map(({ name }) => `${type}.${field.name}(${name}:)`),
      )
    })
    expect(untold).toEqual([])
  })

  it.each(
    bounds.map((bound) => [`${bound.type}.${bound.field.name}(${bound.argument.name}:)`, bound] as const),
  )('are those of %s', (_, bound) => {
    expect(asked(bound, bound.least)).toEqual([])
    expect(asked(bound, bound.most ?? 2 ** 31 - 1)).toEqual([])
    const beyond = [bound.least - 1, -5, -(2 ** 31), ...(bound.most === null ? [] : [bound.most + 1])]
    for (const value of beyond) {
      const told = bound.most === null ? `${bound.least} or more` : `from ${bound.least} to ${bound.most}`
      expect(asked(bound, value)).toEqual([`${bound.argument.name} is ${value}; it must be ${told}.`])
    }
  })
})

describe('the kinds that an argument may ask for', () => {
  const { of } = worlds()
  const world = of(seed)
  const questions: Record<string, readonly [document: string, kinds: readonly string[]]> = {
    grid: ['query ($kinds: [NodeType!]) { grid(subjects: $kinds) { counts } }', ['ACTOR', 'EVENT', 'PLACE']],
    timeline: [
      'query ($kinds: [NodeType!]) { timeline(types: $kinds) { totalCount } }',
      ['EVENT', 'STATEMENT'],
    ],
    histogram: [
      'query ($kinds: [NodeType!]) { timelineHistogram(types: $kinds, edges: ["2022", "2024"]) { events } }',
      ['EVENT', 'STATEMENT'],
    ],
    search: [
      'query ($kinds: [NodeType!]) { search(text: "raid", types: $kinds) { totalCount } }',
      nodeTypes.filter((kind) => kind !== 'ASSESSMENT'),
    ],
  }

  it('are asked in every argument that takes kinds', () => {
    const taking = Object.values(schema.getQueryType()?.getFields() ?? {}).filter((field) =>
      field.args.some(({ type }) => String(type).includes('[NodeType')),
    )
    expect(taking).toHaveLength(Object.keys(questions).length)
  })

  it.each(Object.entries(questions))(
    'of a %s are those that can be in its answer, and others are refused',
    (_, [document, kinds]) => {
      for (const kind of nodeTypes)
        for (const asked of [[kind], [kinds[0], kind], [kind, kind]])
          if (kinds.includes(kind)) expect(world.ask(document, { kinds: asked })).toBeTruthy()
          else {
            const { message, argument } = world.refusal(document, { kinds: asked })
            expect(message).toContain(`${kind} has no place in it.`)
            for (const one of kinds) expect(message).toContain(one)
            expect(argument).toHaveLength(1)
          }
      expect(world.ask(document, { kinds: null })).toEqual(world.ask(document, { kinds }))
      expect(() => world.ask(document, { kinds: [] })).not.toThrow()
    },
  )
})
