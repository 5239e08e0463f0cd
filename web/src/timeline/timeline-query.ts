import { graphql, type ResultOf } from '../graphql.ts'

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
    speaker { name }
  }
`)

/** How many a window shows one by one. */
export const MOST = 300

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
  query Timeline($about: [ID!], $types: [NodeType!], $from: EDTF, $until: EDTF) {
    timeline(about: $about, types: $types, from: $from, until: $until, first: 300) { ...InWindow }
  }
`,
  [inWindow],
)

/**
 * The window in which somebody arrives, and what no window changes, so that moving on does not ask for it again: how
 * much there is, from when to when, and what has no date. That comes last in every order, so the last ones of each kind
 * show it; of what is asked about, only the timeline knows which events belong to it.
 */
export const settingQuery = graphql(
  `
  query TimelineSetting(
    $about: [ID!]
    $subjects: [ID!]!
    $isAbout: Boolean!
    $types: [NodeType!]
    $filter: StatementFilter
    $from: EDTF
    $until: EDTF
  ) {
    timeline(about: $about, types: $types, from: $from, until: $until, first: 300) { ...InWindow }
    all: timeline(about: $about, types: $types, first: 0) { totalCount }
    dated: timeline(about: $about, types: $types, from: "0000", first: 0) { totalCount }
    begin: timeline(about: $about, types: $types, first: 1) { nodes { earliest latest } }
    latestStatements: statements(orderBy: SAID_DESC, first: 1, filter: $filter) { nodes { saidAt } }
    latestEvents: events(orderBy: WHEN_DESC, first: 1) { nodes { when } }
    lastStatements: statements(orderBy: SAID, last: 80, filter: $filter) { nodes { ...StatementEntry } }
    lastEvents: events(orderBy: WHEN, last: 40) @skip(if: $isAbout) { nodes { ...EventEntry } }
    lastAbout: timeline(about: $about, types: [EVENT], first: 100) @include(if: $isAbout) {
      nodes { earliest latest node { ...EventEntry ...StatementEntry } }
    }
    subjects: nodes(ids: $subjects) {
      ... on Entity { slug name }
    }
  }
`,
  [eventEntry, statementEntry, inWindow],
)

export type TimelineAnswer = ResultOf<typeof timelineQuery>
export type Setting = ResultOf<typeof settingQuery>
type TimelineNode = TimelineAnswer['timeline']['nodes'][number]['node']
export type EventEntry = Extract<TimelineNode, { __typename: 'Event' }>
export type StatementEntry = Extract<TimelineNode, { __typename: 'Statement' }>
