import { createServer } from 'node:http'
import { get, loadMany, loadOne, makeGrafastSchema } from 'grafast'
import { grafserv } from 'grafserv/node'
import { batches } from '../../../dist-bench/bench/server/batches.js'
import { keyOf } from '../../../dist-bench/bench/server/reading.js'
import { typeDefs } from '../../../dist-bench/bench/server/schema.js'
import { lists, mapValues, page, relations } from './relations.mjs'

/** Plans by hand: what a step loads, it loads for all rows at once. Documents and their plans are cached by default. */
export async function listen(path) {
  const rows = batches(path)
  const schema = makeGrafastSchema({
    typeDefs,
    objects: {
      ...mapValues(relations, (fields) => ({
        plans: mapValues(fields, (relation) => follow(rows, relation)),
      })),
      Query: { plans: questionPlans(rows) },
      Actor: { plans: actorPlans(rows) },
      Event: { plans: eventPlans(rows) },
    },
    interfaces: {
      Node: { planType: ($node) => ({ $__typename: get($node, 'node'), planForType: () => $node }) },
    },
  })
  const server = createServer()
  await grafserv({ schema, preset: { grafserv: { graphiql: false, websockets: false } } }).addTo(server)
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server.address().port
}

function follow(rows, [column, batch]) {
  const load = lists.includes(batch) ? loadMany : loadOne
  const loadAll = rows[batch]
  return ($row) => load(get($row, column), loadAll)
}

/** One answer for each list of arguments. */
const each = (answer) => (asked) => asked.map(answer)

function questionPlans(rows) {
  const entities = (ids) => rows.entities(ids.map(keyOf))
  const claims = (ids) => rows.claims(ids.map(keyOf))
  const statements = each(([about, stance, first]) =>
    page(rows.filtered({ key: keyOf(about[0]), stance: stance[0], limit: first + 1 }), first),
  )
  const search = each(([text, first]) => ({ nodes: rows.search(text, first).map((node) => ({ node })) }))
  const matrix = each(([event, limit]) => rows.matrix({ key: keyOf(event[0]), limit }))
  const paths = each(([from, to, maxLength]) => rows.paths(from, to, maxLength))
  return {
    actor: (_, { $id }) => loadOne($id, entities),
    event: (_, { $id }) => loadOne($id, entities),
    claim: (_, { $id }) => loadOne($id, claims),
    statements: (_, { $filter, $first }) =>
      loadOne([get($filter, 'about'), get($filter, 'stance'), $first], statements),
    search: (_, { $text, $first }) => loadOne([$text, $first], search),
    matrix: (_, { $filter, $first }) => loadMany([get($filter, 'event'), $first], matrix),
    paths: (_, { $from, $to, $maxLength }) => loadMany([$from, $to, $maxLength], paths),
  }
}

function actorPlans(rows) {
  const statements = each(([key, first]) => page(rows.spoken({ key, limit: first + 1 }), first))
  const positions = each(([key, limit]) => ({
    nodes: rows.positionsOfActor({ key, limit }),
    totalCount: rows.positionCountOfActor({ key }),
  }))
  return {
    statements: ($actor, { $first }) => loadOne([get($actor, 'key'), $first], statements),
    positions: ($actor, { $first }) => loadOne([get($actor, 'key'), $first], positions),
  }
}

function eventPlans(rows) {
  const claims = each(([key, [standing], limit]) => ({
    nodes: rows.claimsOfEvent({ key, standing, limit }),
    totalCount: rows.claimCountOfEvent({ key, standing }),
  }))
  return {
    claims: ($event, { $filter, $first }) =>
      loadOne([get($event, 'key'), get($filter, 'standing'), $first], claims),
  }
}
