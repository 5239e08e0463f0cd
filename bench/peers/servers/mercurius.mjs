import fastify from 'fastify'
import mercurius from 'mercurius'
import { batches } from '../../../dist-bench/bench/server/batches.js'
import { typeDefs } from '../../../dist-bench/bench/server/schema.js'
import { mapValues, relations } from './relations.mjs'
import { resolversOn } from './resolvers.mjs'

/** mercurius as its manual has it for speed: compiled after the first request, and a loader for each relation. */
export async function listen(path) {
  const rows = batches(path)
  const app = fastify()
  app.register(mercurius, {
    schema: typeDefs,
    resolvers: { ...resolversOn(rows), Node: { resolveType: ({ node }) => node } },
    loaders: mapValues(relations, (fields) => mapValues(fields, (relation) => loader(rows, relation))),
    jit: 1,
    graphiql: false,
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  return app.server.address().port
}

/** Without mercurius's cache: it writes each row as text to compare it, and the batch asks for each key once anyway. */
const loader = (rows, [column, batch]) => ({
  loader: async (queries) => rows[batch](queries.map(({ obj }) => obj[column])),
  opts: { cache: false },
})
