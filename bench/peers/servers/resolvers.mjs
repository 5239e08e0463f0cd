import { keyOf } from '../../../dist-bench/bench/server/reading.js'
import { page } from './relations.mjs'

/** What is asked once in an operation, for mercurius and Apollo alike: a prepared statement each, and no promise. */
export const resolversOn = (rows) => ({
  Query: {
    actor: (_, { id }) => rows.entities([keyOf(id)])[0],
    event: (_, { id }) => rows.entities([keyOf(id)])[0],
    claim: (_, { id }) => rows.claims([keyOf(id)])[0],
    statements: (_, { filter, first }) =>
      page(rows.filtered({ key: keyOf(filter.about[0]), stance: filter.stance[0], limit: first + 1 }), first),
    search: (_, { text, first }) => ({ nodes: rows.search(text, first).map((node) => ({ node })) }),
    matrix: (_, { filter, first }) => rows.matrix({ key: keyOf(filter.event[0]), limit: first }),
    paths: (_, { from, to, maxLength }) => rows.paths(from, to, maxLength),
  },
  Actor: {
    statements: ({ key }, { first }) => page(rows.spoken({ key, limit: first + 1 }), first),
    positions: ({ key }, { first }) => ({
      nodes: rows.positionsOfActor({ key, limit: first }),
      totalCount: rows.positionCountOfActor({ key }),
    }),
  },
  Event: {
    claims: ({ key }, { filter, first }) => {
      const standing = filter.standing[0]
      return {
        nodes: rows.claimsOfEvent({ key, standing, limit: first }),
        totalCount: rows.claimCountOfEvent({ key, standing }),
      }
    },
  },
})
