import { askOnce } from '../kit/client.ts'
import { graphql, type ResultOf, type VariablesOf } from '../kit/graphql.ts'
import { nodeCells } from '../list/cells.ts'
import type { Rows } from '../list/file.ts'
import { everyRow } from '../list/page-of.ts'

const listedPlaces = graphql(`
  fragment ListedPlaces on PlaceConnection {
    totalCount
    nodes {
      slug
      name
      review
      description
      latitude
      longitude
      precision
      partOf { slug name }
      events(first: 0) { totalCount }
      statementsAbout(first: 0) { totalCount }
    }
    pageInfo { hasNextPage endCursor }
  }
`)

/** With the names of what its filter names. */
export const placesQuery = graphql(
  `
  query Places($filter: PlaceFilter, $proposed: PlaceFilter!, $named: [ID!]!) {
    places(filter: $filter, first: 30) { ...ListedPlaces }
    proposed: places(filter: $proposed, first: 0) { totalCount }
    named: nodes(ids: $named) { ... on Entity { slug name } }
  }
`,
  [listedPlaces],
)

export const morePlacesQuery = graphql(
  `
  query MorePlaces($filter: PlaceFilter, $first: Int!, $after: String) {
    places(filter: $filter, first: $first, after: $after) { ...ListedPlaces }
  }
`,
  [listedPlaces],
)

export type ListedPlace = ResultOf<typeof placesQuery>['places']['nodes'][number]
type PlacesAsked = Pick<VariablesOf<typeof morePlacesQuery>, 'filter'>

/** Every place that a filter keeps, for a file. */
export const everyPlaceRow = (asked: PlacesAsked): Rows =>
  everyRow(
    async (after) => (await askOnce(morePlacesQuery, { ...asked, first: 200, after })).places,
    ({ description, partOf, events, statementsAbout, ...place }) => ({
      ...nodeCells('place', place),
      description,
      ...nodeCells('partOf', partOf),
      latitude: place.latitude,
      longitude: place.longitude,
      precision: place.precision,
      events: events.totalCount,
      statementsAbout: statementsAbout.totalCount,
      review: place.review,
    }),
  )
