import { graphql, type ResultOf } from '../kit/graphql.ts'
import { facetValue } from '../statement/facet-choices.tsx'

const eventEntry = graphql(`
  fragment EventEntry on Event { __typename id slug name when type }
`)
const statementEntry = graphql(`
  fragment StatementEntry on Statement {
    __typename
    id
    text
    saidAt
    stance
    certainty
    side
    speaker { name }
    source { publishedAt }
  }
`)

/** How many a window shows one by one. */
export const MOST_ENTRIES = 280

/** What lies in a window. */
const inWindow = graphql(
  `
  fragment InWindow on TimelineConnection {
    totalCount
    nodes { earliest latest when node { ...EventEntry ...StatementEntry } }
    pageInfo { hasNextPage }
  }
`,
  [eventEntry, statementEntry],
)

export const timelineQuery = graphql(
  `
  query Timeline($about: [ID!], $filter: StatementFilter, $types: [NodeType!], $from: EDTF, $until: EDTF) {
    timeline(about: $about, filter: $filter, types: $types, from: $from, until: $until, first: 280) { ...InWindow }
  }
`,
  [inWindow],
)

/**
 * The window in which somebody arrives, and what no window changes, so that moving on does not ask for it again: how
 * much there is, from when to when, and what has no date. That comes last in every order, so the last ones of each kind
 * show it; of what is asked about, only the timeline knows which events belong to it. Without a window all that there is
 * lies in it, and is not counted again.
 */
export const settingQuery = graphql(
  `
  query TimelineSetting(
    $about: [ID!]
    $filter: StatementFilter
    $statements: StatementFilter
    $named: [ID!]!
    $isAbout: Boolean!
    $isWindow: Boolean!
    $types: [NodeType!]
    $from: EDTF
    $until: EDTF
  ) {
    timeline(about: $about, filter: $filter, types: $types, from: $from, until: $until, first: 280) { ...InWindow }
    all: timeline(about: $about, filter: $filter, types: $types, first: 0) @include(if: $isWindow) { totalCount }
    dated: timeline(about: $about, filter: $filter, types: $types, from: "../..", first: 0) { totalCount }
    begin: timeline(about: $about, filter: $filter, types: $types, first: 1) { nodes { earliest latest } }
    latestStatements: statements(orderBy: SAID_DESC, first: 1, filter: $statements) { nodes { saidAt source { publishedAt } } }
    latestEvents: events(orderBy: WHEN_DESC, first: 1) { nodes { when } }
    lastStatements: statements(orderBy: SAID, last: 60, filter: $statements) { nodes { ...StatementEntry } }
    lastEvents: events(orderBy: WHEN, last: 40) @skip(if: $isAbout) { nodes { ...EventEntry } }
    lastAbout: timeline(about: $about, types: [EVENT], first: 80) @include(if: $isAbout) {
      nodes { earliest latest node { ...EventEntry ...StatementEntry } }
    }
    named: nodes(ids: $named) {
      __typename
      ... on Entity { slug name }
      ... on Source { slug title }
    }
    facets(by: [EVENT, SOURCE], first: 20) { ...FacetValue }
  }
`,
  [eventEntry, statementEntry, inWindow, facetValue],
)

export type TimelineAnswer = ResultOf<typeof timelineQuery>
export type Setting = ResultOf<typeof settingQuery>
type TimelineNode = TimelineAnswer['timeline']['nodes'][number]['node']
export type EventEntry = Extract<TimelineNode, { __typename: 'Event' }>
export type StatementEntry = Extract<TimelineNode, { __typename: 'Statement' }>
