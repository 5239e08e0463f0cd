import { ApolloServer } from '@apollo/server'
import fastifyApollo from '@as-integrations/fastify'
import DataLoader from 'dataloader'
import fastify from 'fastify'
import { batches } from '../../../dist-bench/bench/server/batches.js'
import { typeDefs } from '../../../dist-bench/bench/server/schema.js'
import { mapValues, relations } from './relations.mjs'
import { resolversOn } from './resolvers.mjs'

/** Apollo Server behind fastify, the quickest of its integrations, with DataLoaders that live as long as a request. */
export async function listen(path) {
  const rows = batches(path)
  const server = new ApolloServer({
    typeDefs,
    resolvers: {
      ...mapValues(relations, (fields) => mapValues(fields, follow)),
      ...resolversOn(rows),
      Node: { __resolveType: ({ node }) => node },
    },
    introspection: false,
  })
  await server.start()
  const app = fastify()
  await app.register(fastifyApollo(server), { context: async () => ({ loaders: new Loaders(rows) }) })
  await app.listen({ port: 0, host: '127.0.0.1' })
  return app.server.address().port
}

const follow =
  ([column, batch]) =>
  (row, _, { loaders }) =>
    row[column] === null ? null : loaders.of(batch).load(row[column])

/** A loader for each batch that a request needs. */
class Loaders {
  #rows
  #made = {}

  constructor(rows) {
    this.#rows = rows
  }

  of(batch) {
    this.#made[batch] ??= new DataLoader(async (keys) => this.#rows[batch](keys))
    return this.#made[batch]
  }
}
