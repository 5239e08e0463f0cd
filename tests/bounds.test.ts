import {
  type GraphQLArgument,
  type GraphQLField,
  getNamedType,
  graphqlSync,
  isCompositeType,
  isObjectType,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '../src/schema.ts'
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
  readonly most: number
}

/** The bounds that descriptions of arguments tell: “0 to 500”. */
const bounds: readonly Bound[] = Object.keys(ways).flatMap((type) => {
  const object = schema.getType(type)
  if (!isObjectType(object)) return []
  return Object.values(object.getFields()).flatMap((field) =>
    field.args.flatMap((argument) => {
      const told = /(\d+) to (\d+)/.exec(argument.description ?? '')
      if (!told || String(argument.type) !== 'Int') return []
      return [{ type, field, argument, least: Number(told[1]), most: Number(told[2]) }]
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
  it('are told of every number that a list is asked for', () => {
    const sizes = ['first', 'last', 'depth', 'maxLength']
    const untold = Object.keys(ways).flatMap((type) => {
      const object = schema.getType(type)
      if (!isObjectType(object)) return [type]
      return Object.values(object.getFields()).flatMap((field) =>
        field.args
          .filter(({ name }) => sizes.includes(name))
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
    expect(asked(bound, bound.most)).toEqual([])
    for (const value of [bound.least - 1, bound.most + 1])
      expect(asked(bound, value)).toEqual([
        `${bound.argument.name} is ${value}; it must be from ${bound.least} to ${bound.most}.`,
      ])
  })
})
