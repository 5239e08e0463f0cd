import { actorTypeNames } from '../../../src/values/node-kinds.ts'
import { actorTypes } from '../../../src/values/vocabulary.ts'
import { askOnce } from '../kit/client.ts'
import { graphql, type ResultOf, type VariablesOf } from '../kit/graphql.ts'
import { listCells, nodeCells } from '../list/cells.ts'
import type { Rows } from '../list/file.ts'
import { everyRow } from '../list/page-of.ts'

const listedActors = graphql(`
  fragment ListedActors on ActorConnection {
    totalCount
    nodes {
      __typename
      slug
      name
      review
      description
      ... on Organization { kind }
      statementCounts { itself forOthers byOthers }
      affiliations { role title organization { slug name } }
    }
    pageInfo { hasNextPage endCursor }
  }
`)

/** With the names of what its filter names. */
export const actorsQuery = graphql(
  `
  query Actors($filter: ActorFilter, $proposed: ActorFilter!, $orderBy: ActorOrder!, $named: [ID!]!) {
    actors(filter: $filter, orderBy: $orderBy, first: 30) { ...ListedActors }
    proposed: actors(filter: $proposed, first: 0) { totalCount }
    named: nodes(ids: $named) { ... on Entity { slug name } }
  }
`,
  [listedActors],
)

export const moreActorsQuery = graphql(
  `
  query MoreActors($filter: ActorFilter, $orderBy: ActorOrder!, $first: Int!, $after: String) {
    actors(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { ...ListedActors }
  }
`,
  [listedActors],
)

export type ListedActors = ResultOf<typeof actorsQuery>['actors']
export type ListedActor = ListedActors['nodes'][number]
type ActorsAsked = Omit<VariablesOf<typeof moreActorsQuery>, 'first' | 'after'>

/** Every actor that a filter keeps, for a file. */
export const everyActorRow = (asked: ActorsAsked): Rows =>
  everyRow(
    async (after) => (await askOnce(moreActorsQuery, { ...asked, first: 200, after })).actors,
    (actor) => ({
      ...nodeCells('actor', actor),
      actorType: actorTypes.find((type) => actorTypeNames[type] === actor.__typename) ?? null,
      organizationKind: 'kind' in actor ? actor.kind : null,
      description: actor.description,
      inItsOwnVoice: actor.statementCounts.itself + actor.statementCounts.forOthers,
      ofTheseForOthers: actor.statementCounts.forOthers,
      byOthersOnItsBehalf: actor.statementCounts.byOthers,
      ...listCells(
        'affiliations',
        actor.affiliations.map(({ role, organization }) => [organization, role]),
      ),
      review: actor.review,
    }),
  )
