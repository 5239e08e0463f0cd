import { createServer } from 'node:http'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'

/** PostGraphile on a schema of its own; what has no time comes last, as it does in SQLite. */
export async function listen(connectionString) {
  const pgl = postgraphile({
    extends: [PostGraphileAmberPreset],
    pgServices: [makePgService({ connectionString, schemas: ['graph'] })],
    schema: { pgOrderByNullsLast: true },
    grafserv: { graphiql: false, websockets: false },
  })
  const server = createServer()
  await pgl.createServ(grafserv).addTo(server)
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server.address().port
}
