import SchemaBuilder from '@pothos/core'
import { GraphQLError, Kind, type ValueNode, valueFromASTUntyped } from 'graphql'
import { type Edtf, formatInstant, parseEdtf } from '../date.ts'
import type { Graph } from '../graph/graph.ts'

export interface Context {
  readonly graph: Graph
}

export const builder = new SchemaBuilder<{
  Context: Context
  DefaultFieldNullability: false
  Scalars: {
    ID: { Input: string; Output: string }
    EDTF: { Input: Edtf; Output: string }
    DateTime: { Input: never; Output: number }
    URL: { Input: never; Output: string }
  }
}>({ defaultFieldNullability: false })

/** In a variable without a code of its own: it is then told as any other wrong variable is, with 400. */
function dateOf(value: unknown, node: ValueNode | null = null): Edtf {
  const date = typeof value === 'string' ? parseEdtf(value) : null
  if (date) return date
  throw new GraphQLError(
    `${JSON.stringify(value)} is not an EDTF date: write 2023-05-22, 2023-05, 2023-05-22~ or 2022-02-24/..`,
    node ? { nodes: node, extensions: { code: 'BAD_USER_INPUT' } } : {},
  )
}

builder.scalarType('EDTF', {
  specifiedByURL: 'https://www.loc.gov/standards/datetime/',
  description:
    'A date that may be half known: ISO 8601-2 (EDTF) level 1, such as 2023-05-22, 2023-05, 2023-05-22~ (approximate), ' +
    '2023-05-22? (uncertain), 2022-02-24/.. (open) or 2023-XX-XX, or an RFC 3339 instant. Years 0000 to 9999, in UTC.',
  serialize: (value) => value as string,
  parseValue: (value) => dateOf(value),
  // graphql-js's own takes variables as well, which graphql-jit warns of each time that it meets a date.
  parseLiteral: (node) => dateOf(node.kind === Kind.STRING ? node.value : valueFromASTUntyped(node), node),
})

builder.scalarType('DateTime', {
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  description: 'An instant, as RFC 3339 in UTC, such as 2023-05-22T23:59:59.999Z.',
  serialize: (value) => formatInstant(value as number),
  parseValue: () => {
    throw new GraphQLError('DateTime is only given, never taken.')
  },
})

builder.scalarType('URL', {
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3986',
  description: 'An absolute http or https URL (RFC 3986).',
  serialize: (value) => value as string,
  parseValue: () => {
    throw new GraphQLError('URL is only given, never taken.')
  },
})

const Query = builder.queryType({
  description: 'All questions that can be asked. Nothing can be changed over this API.',
})

builder.queryField('query', (t) =>
  t.field({
    type: Query,
    nullable: true,
    description:
      'The same questions, in a place of their own. A list at the root is never null, so that an error in one, such as an ' +
      'unknown slug in its filter, empties the whole answer. Under `query`, an error empties what stands there, and what ' +
      'stands beside it is answered: `{ a: query { claims(…) {…} } b: query { statements(…) {…} } }`.',
    resolve: () => ({}),
  }),
)
