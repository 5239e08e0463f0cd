import SchemaBuilder from '@pothos/core'
import { GraphQLError, Kind, type ValueNode, valueFromASTUntyped } from 'graphql'
import type { WriteDesk } from '../../edits/request.ts'
import type { Graph } from '../../model/graph.ts'
import type { Asker } from '../../model/users/asker.ts'
import { DATE_RULES, dateRefusal, type Edtf, formatInstant, isInstant, parseEdtf } from '../../values/date.ts'
import type { Budget, OperationClock } from './budget.ts'

/** What the resolvers of one operation share. */
export interface Context {
  readonly graph: Graph
  /** What the operation may still be given. Whoever asks without one is not bounded, such as the server's own pages. */
  readonly budget?: Budget
  /** Who asks; null or left out for whoever has not signed in. */
  readonly user?: Asker | null
  /** Who writes what is asked for; null or left out where nothing can be written. */
  readonly desk?: WriteDesk | null
  /** Of an operation that waits for something. */
  readonly clock?: OperationClock
  /** The revisions that the operation has written. */
  readonly written?: Set<number>
}

export const builder = new SchemaBuilder<{
  Context: Context
  DefaultFieldNullability: false
  Scalars: {
    ID: { Input: string; Output: string }
    EDTF: { Input: Edtf; Output: string }
    DateTime: { Input: string; Output: number }
    URL: { Input: string; Output: string }
  }
}>({ defaultFieldNullability: false })

/** In a variable without a code of its own: it is then told as any other wrong variable is, with 400. */
const valueError = (value: unknown, refusal: string, node: ValueNode | null | undefined): GraphQLError =>
  new GraphQLError(
    `${JSON.stringify(value)} ${refusal}`,
    node ? { nodes: node, extensions: { code: 'BAD_USER_INPUT' } } : {},
  )

function dateOf(value: unknown, node?: ValueNode | null): Edtf {
  const date = typeof value === 'string' ? parseEdtf(value) : null
  if (date) return date
  throw valueError(value, dateRefusal(String(value)), node)
}

function instantOf(value: unknown, node?: ValueNode | null): string {
  const instant = typeof value === 'string' && isInstant(value) ? parseEdtf(value)?.earliest : null
  if (instant != null) return formatInstant(instant)
  throw valueError(value, 'is no instant: write a day and a time, such as 2023-05-24T10:00:00Z', node)
}

function urlOf(value: unknown, node?: ValueNode | null): string {
  if (typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value)) return value
  throw valueError(value, 'is no absolute http or https URL, such as https://example.org/report', node)
}

builder.scalarType('EDTF', {
  specifiedByURL: 'https://www.loc.gov/standards/datetime/',
  description: `A date that may be half known: ${DATE_RULES} An instant as DateTime gives it is taken as well.`,
  serialize: (value) => value as string,
  parseValue: (value) => dateOf(value),
  // In a document an error knows its place, which graphql-js's own way of reading literals forgets.
  parseLiteral: (node) => dateOf(node.kind === Kind.STRING ? node.value : valueFromASTUntyped(node), node),
})

builder.scalarType('DateTime', {
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  description:
    'An instant, as RFC 3339 in UTC, such as 2023-05-22T23:59:59.999Z. Outside of the years 0 to 9999, which RFC 3339 ' +
    'cannot write, the year has a sign and six digits, as ISO 8601 has it: -000043-03-15T00:00:00Z is of 44 BC.',
  serialize: (value) => formatInstant(value as number),
  parseValue: instantOf,
  parseLiteral: (node) => instantOf(valueFromASTUntyped(node), node),
})

builder.scalarType('URL', {
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3986',
  description: 'An absolute http or https URL (RFC 3986).',
  serialize: (value) => value as string,
  parseValue: urlOf,
  parseLiteral: (node) => urlOf(valueFromASTUntyped(node), node),
})

const QueryType = builder.queryType({
  description: 'All questions that can be asked. A question changes nothing: that is what mutations are for.',
})

builder.queryField('query', (t) =>
  t.field({
    type: QueryType,
    nullable: true,
    description:
      'The same questions, in a place of their own. A list at the root is never null, so that an error in one, such as an ' +
      'unknown slug in its filter, empties the whole answer. Under `query`, an error empties what stands there, and what ' +
      'stands beside it is answered: `{ a: query { claims(…) {…} } b: query { statements(…) {…} } }`.',
    resolve: () => ({}),
  }),
)
