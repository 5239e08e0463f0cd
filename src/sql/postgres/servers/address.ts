import { UserError } from '../../../values/errors.ts'
import { requireCertificateFiles } from './certificate-files.ts'

/** Where a graph is: a database, and the schema in it. */
export interface PostgresAddress {
  /** As PostgreSQL's own programs take it, without our own parameter. */
  readonly url: string
  /** The addresses of the servers that it names, each alone, as `pg` takes it. */
  readonly servers: readonly string[]
  readonly schema: string
}

/** Where no other is named. */
const DEFAULT_SCHEMA = 'hearsay'
const DEFAULT_PORT = '5432'

/**
 * Whether an address is of a database, and not the path of a file. One that is like an address and is none is refused: as a
 * file's name, it would be printed with its password.
 */
export function isPostgresAddress(address: string): boolean {
  if (/^postgres(?:ql)?:\/\//i.test(address)) return true
  if (likeAddress.test(address)) throw noAddress()
  return false
}

/** `other://…`, `postgres:/user@…` and `dbname=… password=…`. */
const likeAddress = /^[a-z][\w+.-]*:\/\/|^postgres\w*:?\/[^@]*@|(?:^|\s)(?:host|dbname|user|password)=/i

/** What an address may say besides: what PostgreSQL's own programs know, as far as it can be meant here. */
const PARAMETERS = [
  ...['schema', 'host', 'port', 'user', 'password', 'options', 'application_name', 'connect_timeout'],
  ...['ssl', 'sslmode', 'sslcert', 'sslkey', 'sslrootcert', 'sslnegotiation', 'uselibpqcompat'],
  ...['channel_binding', 'gssencmode', 'keepalives', 'target_session_attrs'],
]
const SSL_MODES = ['disable', 'no-verify', 'prefer', 'require', 'verify-ca', 'verify-full']

/** Stands for servers that are named by parameters alone. */
const NO_HOST = '_'

/**
 * Takes `postgres://user@host/database?schema=name` apart. Several servers are named as for PostgreSQL's own programs:
 * `postgres://user@one:5432,two:5433/database`, or `postgres://user@/database?host=one,two&port=5432,5433`.
 */
export function postgresAddress(address: string, defaultSchema = DEFAULT_SCHEMA): PostgresAddress {
  const url = parsed(address)
  requireKnown(url)
  requireCertificateFiles(url)
  const schema = url.searchParams.get('schema') ?? defaultSchema
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema) || schema.startsWith('pg_'))
    throw new UserError(
      `"${schema}" is no name for a schema: it begins with a letter a to z, and goes on with such letters, digits and _, 63 at most.`,
    )
  url.searchParams.delete('schema')
  return { url: written(url), servers: serversOf(url), schema }
}

/** A parameter with a mistake in its name would be passed over, and another graph be taken than the one that is meant. */
function requireKnown({ searchParams }: URL): void {
  const unknown = [...searchParams.keys()].find((name) => !PARAMETERS.includes(name))
  if (unknown !== undefined)
    throw new UserError(
      `The address of the database has a parameter "${unknown}", which there is none of. There are: ${PARAMETERS.join(', ')}.`,
    )
  const mode = searchParams.get('sslmode')
  if (mode !== null && !SSL_MODES.includes(mode))
    throw new UserError(`There is no sslmode "${mode}". There are: ${SSL_MODES.join(', ')}.`)
}

/** The address of each server; where there are several, each by parameters, which come before the rest of the address. */
function serversOf(url: URL): string[] {
  const hosts = url.searchParams.get('host')?.split(',') ?? []
  const ports = url.searchParams.get('port')?.split(',') ?? []
  if (ports.length > 1 && ports.length !== hosts.length)
    throw new UserError(
      `The address of the database names ${ports.length} ports for ${Math.max(1, hosts.length)} servers: give one port, or one for each.`,
    )
  const wrong = ports.find((port) => port !== '' && !(/^\d+$/.test(port) && +port >= 1 && +port <= 65_535))
  if (wrong !== undefined)
    throw new UserError(`"${wrong}" is no port: the address of the database names a number from 1 to 65535.`)
  if (hosts.length <= 1) return [url.href]
  return hosts.map((host, place) => {
    const server = new URL(url)
    server.searchParams.set('host', host.replace(/^\[(.*)\]$/, '$1'))
    const port = ports[place] ?? ports[0]
    if (port !== undefined) server.searchParams.set('port', port || DEFAULT_PORT)
    return server.href
  })
}

/** An address as a URL, which has one host at most: several become parameters, and so does none. */
function parsed(address: string): URL {
  const [, start = '', servers = '', rest = ''] =
    /^(\w+:\/\/(?:[^/?#]*@)?)([^/?#@]*)(.*)$/s.exec(address) ?? []
  const isNamed = servers !== '' && !servers.includes(',')
  const url = urlOf(isNamed ? address : `${start}${NO_HOST}${rest}`)
  const parts = servers.split(',').map((server) => /^(\[[^\]]*\]|[^:]*):?(\d*)$/.exec(server))
  if (isNamed) return url
  if (!parts.every((part) => part !== null)) throw noAddress()
  const name = (parameter: string, values: string[]) => {
    if (!url.searchParams.has(parameter) && values.some(Boolean))
      url.searchParams.set(parameter, values.join(','))
  }
  name(
    'port',
    parts.map(([, , port = '']) => port),
  )
  name(
    'host',
    parts.map(([, host = '']) => decodeURIComponent(host) || process.env.PGHOST || 'localhost'),
  )
  return url
}

function urlOf(address: string): URL {
  try {
    return new URL(address)
  } catch {
    throw noAddress()
  }
}

const noAddress = (): UserError =>
  new UserError(
    'This is no address of a database. It is written postgres://user:password@host:5432/database?schema=name; ' +
      'in a password, / is written %2F, # %23, ? %3F, @ %40, : %3A and % %25.',
  )

const written = ({ href }: URL): string =>
  href.replace(new RegExp(`^(\\w+://(?:[^/?#]*@)?)${NO_HOST}(?=[/?#]|$)`), '$1').replaceAll('%2C', ',')

/** Where the replicas of a graph are. One has it in the same schema, unless its address names another. */
export const replicaAddresses = (
  { schema }: PostgresAddress,
  readFrom: readonly string[],
): PostgresAddress[] => readFrom.map((replica) => postgresAddress(replica, schema))

/** An address as it may be printed: without the password. */
export function printableAddress(address: string): string {
  const url = parsed(address)
  if (url.password) url.password = '…'
  if (url.searchParams.has('password')) url.searchParams.set('password', '…')
  return decodeURI(written(url)).replaceAll('%3A', ':').replaceAll('%2F', '/')
}
