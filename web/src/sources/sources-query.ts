import { askOnce } from '../kit/client.ts'
import { graphql, type ResultOf, type VariablesOf } from '../kit/graphql.ts'
import { nodeCells, sourceCells } from '../list/cells.ts'
import type { Rows } from '../list/file.ts'
import { everyRow } from '../list/page-of.ts'

const listedSources = graphql(`
  fragment ListedSources on SourceConnection {
    totalCount
    nodes {
      slug
      title
      kind
      author
      language
      publishedAt
      reliability
      url
      publisher { slug name }
      statements(first: 0) { totalCount }
      proposed: statements(filter: { review: [PROPOSED] }, first: 0) { totalCount }
    }
    pageInfo { hasNextPage endCursor }
  }
`)

/** With the names of what its filter names. */
export const sourcesQuery = graphql(
  `
  query Sources($filter: SourceFilter, $orderBy: SourceOrder!, $named: [ID!]!) {
    sources(filter: $filter, orderBy: $orderBy, first: 30) { ...ListedSources }
    named: nodes(ids: $named) { ... on Entity { slug name } }
  }
`,
  [listedSources],
)

export const moreSourcesQuery = graphql(
  `
  query MoreSources($filter: SourceFilter, $orderBy: SourceOrder, $first: Int!, $after: String) {
    sources(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { ...ListedSources }
  }
`,
  [listedSources],
)

export type ListedSource = ResultOf<typeof sourcesQuery>['sources']['nodes'][number]
type SourcesAsked = Omit<VariablesOf<typeof moreSourcesQuery>, 'first' | 'after'>

/** Every source that a filter keeps, for a file; the latest first unless another order is asked for. */
export const everySourceRow = (asked: SourcesAsked): Rows =>
  everyRow(
    async (after) =>
      (await askOnce(moreSourcesQuery, { orderBy: 'PUBLISHED_DESC', ...asked, first: 200, after })).sources,
    (source) => ({
      ...sourceCells(source),
      sourceKind: source.kind,
      ...nodeCells('publisher', source.publisher),
      author: source.author,
      language: source.language,
      reliability: source.reliability,
      url: source.url,
      statements: source.statements.totalCount,
      proposedStatements: source.proposed.totalCount,
    }),
  )
