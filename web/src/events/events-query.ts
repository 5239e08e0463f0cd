import { askOnce } from '../kit/client.ts'
import { graphql, type ResultOf, type VariablesOf } from '../kit/graphql.ts'
import { dateCells, listCells, nodeCells } from '../list/cells.ts'
import type { Rows } from '../list/file.ts'
import { everyRow } from '../list/page-of.ts'

const listedEvents = graphql(`
  fragment ListedEvents on EventConnection {
    totalCount
    nodes {
      slug
      name
      review
      type
      mode
      when
      place { slug name }
      participants { role actor { slug name } }
      claims(first: 0) { totalCount }
      statementsAbout(first: 0) { totalCount }
    }
    pageInfo { hasNextPage endCursor }
  }
`)

/** With the names of what its filter names. */
export const eventsQuery = graphql(
  `
  query Events($filter: EventFilter, $proposed: EventFilter!, $orderBy: EventOrder!, $named: [ID!]!) {
    events(filter: $filter, orderBy: $orderBy, first: 30) { ...ListedEvents }
    proposed: events(filter: $proposed, first: 0) { totalCount }
    named: nodes(ids: $named) { ... on Entity { slug name } }
  }
`,
  [listedEvents],
)

export const moreEventsQuery = graphql(
  `
  query MoreEvents($filter: EventFilter, $orderBy: EventOrder!, $first: Int!, $after: String) {
    events(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { ...ListedEvents }
  }
`,
  [listedEvents],
)

export type ListedEvent = ResultOf<typeof eventsQuery>['events']['nodes'][number]
type EventsAsked = Omit<VariablesOf<typeof moreEventsQuery>, 'first' | 'after'>

/** Every event that a filter keeps, for a file. */
export const everyEventRow = (asked: EventsAsked): Rows =>
  everyRow(
    async (after) => (await askOnce(moreEventsQuery, { ...asked, first: 200, after })).events,
    ({ type, mode, when, place, participants, claims, statementsAbout, ...event }) => ({
      ...nodeCells('event', event),
      eventType: type,
      eventMode: mode,
      ...dateCells('when', when),
      ...nodeCells('place', place),
      ...listCells(
        'participants',
        participants.map(({ role, actor }) => [actor, role]),
      ),
      claims: claims.totalCount,
      statementsAbout: statementsAbout.totalCount,
      review: event.review,
    }),
  )
