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

/** What has no date comes last in every order, so the last ones of each kind show some of it. */
export const timelineQuery = graphql(
  `
  query Timeline($about: [ID!], $from: EDTF, $until: EDTF, $filter: StatementFilter) {
    timeline(about: $about, from: $from, until: $until, first: 300) {
      totalCount
      nodes { earliest latest when node { ...EventEntry ...StatementEntry } }
      pageInfo { hasNextPage }
    }
    lastEvents: events(orderBy: WHEN, last: 30) { nodes { ...EventEntry } }
    lastStatements: statements(orderBy: SAID, last: 40, filter: $filter) { nodes { ...StatementEntry } }
  }
`,
  [eventEntry, statementEntry],
)

export type TimelineAnswer = ResultOf<typeof timelineQuery>
type TimelineNode = TimelineAnswer['timeline']['nodes'][number]['node']
export type EventEntry = Extract<TimelineNode, { __typename: 'Event' }>
export type StatementEntry = Extract<TimelineNode, { __typename: 'Statement' }>
