import { InvalidArgumentError, Option } from 'commander'
import { isInFile } from '../model/address.ts'
import { baseUrlProblem } from '../server/base-url.ts'
import { hostProblem } from '../server/host.ts'
import { logLevels } from '../server/log-level.ts'
import { originOf, originProblem } from '../server/origin.ts'
import { canonicalLanguage } from '../text/language.ts'
import { because, isEdtf } from '../values/date.ts'
import { sourceKinds, userRoles } from '../values/vocabulary.ts'

/** The words for what a graph is kept in, for people. */
export const STORAGE = 'one SQLite file'

/** The same of the graph at an address. */
export const storageOf = (db: string): string => (isInFile(db) ? STORAGE : 'a PostgreSQL database')

const WHERE = "the graph's SQLite file, or postgres://user@host/database?schema=name"

export const dbOption = (): Option => graphOption(`${WHERE}; it is made where there is none`)

/** The same for commands that are about what is in a graph already. */
export const existingDbOption = (): Option => graphOption(WHERE)

export const readDbOption = (): Option =>
  severalOption(
    '--read-db <address>',
    'a replica of the database, such as postgres://user@replica/database, that is read from in its place; may be given ' +
      'again, and they are asked in turn. Who writes reads what they wrote; the schema is that of --db',
    'HEARSAY_READ_DB',
    (value) => value.split(/\s+/).filter(Boolean),
  )

export const dbConnectionsOption = (): Option =>
  new Option(
    '--db-connections <number>',
    'how many connections read at most, of each database; writing, exports and news take up to five more',
  )
    .env('HEARSAY_DB_CONNECTIONS')
    .default(10)
    .argParser((value) => {
      const connections = Number(value)
      if (!(Number.isInteger(connections) && connections >= 1 && connections <= 1_000))
        throw new InvalidArgumentError('Give a number from 1 to 1000.')
      return connections
    })

const graphOption = (description: string): Option =>
  new Option('--db <graph>', description)
    .env('HEARSAY_DB')
    .default('./hearsay.db')
    .argParser((value) => requireFilled(value, 'a file'))

export const exportFormatOption = (): Option =>
  new Option(
    '--format <format>',
    'how it is written, such as yaml, csv or jsonld; what the name of the file ends with, unless given',
  )

export const exportFilterOption = (): Option =>
  new Option(
    '--filter <parameters>',
    'write only what these statements stand in, in the words of the API’s filter, such as "by=ukrainian-government&stance=DENIES"; ' +
      'of a table, such as claims.csv, what the filter of its own list keeps',
  )

export const importFormatOption = (): Option =>
  new Option('--format <format>', 'what the files are, such as stix; they are looked into, unless given')

export const portOption = (): Option =>
  new Option('--port <number>', 'the port to listen on; 0 takes any that is free')
    .env('HEARSAY_PORT')
    .default(4000)
    .argParser(parsePort)

export const everyOption = (): Option =>
  new Option('--every <minutes>', 'how long to wait from one look at a feed to the next')
    .default(10)
    .argParser((value) => {
      const minutes = Number(value)
      if (!(minutes >= 1 && minutes <= 10_080))
        throw new InvalidArgumentError('Give minutes: a number from 1 to 10080, which is a week.')
      return minutes
    })

export const hostOption = (): Option =>
  new Option('--host <address>', 'the address to listen on; 0.0.0.0 lets other machines in')
    .env('HEARSAY_HOST')
    .default('127.0.0.1')
    .argParser((value) => requireFilled(value, 'an address'))

/** One that may be given again, each time with one or several values. */
const severalOption = (
  flags: string,
  description: string,
  variable: string,
  parse: (value: string) => readonly string[],
): Option =>
  new Option(flags, description)
    .env(variable)
    .default([], 'none')
    .argParser((value, previous: readonly string[]) => [...previous, ...parse(value)])

export const allowHostOption = (): Option =>
  severalOption(
    '--allow-host <name>',
    'answer by this name, such as graph.example.org; may be given again, and * stands for every name. ' +
      'Without it a server of this machine answers by localhost alone, and one that others reach by any name',
    'HEARSAY_ALLOW_HOST',
    parseHosts,
  )

export const allowOriginOption = (): Option =>
  severalOption(
    '--allow-origin <origin>',
    'let pages of this origin ask, such as https://app.example.org; may be given again, and * lets in every page. ' +
      'Pages of this machine may ask a server of this machine anyway',
    'HEARSAY_ALLOW_ORIGIN',
    parseOrigins,
  )

export const baseUrlOption = (): Option =>
  new Option(
    '--base-url <url>',
    'the address by which browsers reach the server, such as https://graph.example.org behind a proxy',
  )
    .env('HEARSAY_BASE_URL')
    .argParser((value) => {
      const problem = baseUrlProblem(value)
      if (problem) throw new InvalidArgumentError(problem)
      return new URL(value).origin
    })

export const trustProxyOption = (): Option =>
  new Option(
    '--trust-proxy',
    'believe the proxy’s X-Forwarded-For, -Proto and -Host, the last value of each; ' +
      'only where nobody else reaches the port, as anybody could send them',
  )

export const privateOption = (): Option =>
  new Option('--private', 'answer only whoever has signed in or sends a token')

export const logOption = (): Option =>
  new Option('--log <level>', 'how much is logged').env('HEARSAY_LOG').choices(logLevels).default('info')

export const asOption = (): Option =>
  new Option(
    '--as <name>',
    'the user in whose name everything is done, with the role of that user; the person at the machine, if not given',
  ).argParser((value) => requireFilled(value, 'a user'))

export const readOnlyOption = (): Option =>
  new Option('--read-only', 'let nothing be proposed: the graph is only read')

export const flatOption = (): Option =>
  new Option(
    '--flat',
    'print each line’s outermost attributions only. Without it, what somebody says that another said is printed too, ' +
      'beside what the first one says; reports marked by hand, and figures that compare with them, leave it out',
  )

export const modeOption = (): Option =>
  new Option('--mode <mode>', 'balanced finds more, precise errs less')
    .choices(['balanced', 'precise'])
    .default('balanced')

export const publishedOption = (): Option =>
  new Option('--published <date>', 'when they were published, in EDTF, such as 2023-05-24').argParser(
    (value) => {
      if (isEdtf(value)) return value
      throw new InvalidArgumentError(
        `It must be a date in EDTF, such as 2023-05-24, 2023-05 or 2023-05-24~${because(value)}.`,
      )
    },
  )

export const languageOption = (): Option =>
  new Option('--language <tag>', 'the language of the text, such as en').argParser((value) => {
    const language = canonicalLanguage(value)
    if (language) return language
    throw new InvalidArgumentError('It must be a language tag (BCP 47), such as en, uk or pt-BR.')
  })

export const urlOption = (): Option =>
  new Option('--url <address>', 'where it was published').argParser((value) => {
    if (URL.canParse(value) && /^https?:/i.test(value)) return value
    throw new InvalidArgumentError('It must be an http or https address.')
  })

export const kindOption = (): Option =>
  new Option('--kind <kind>', `what they are: ${sourceKinds.join(', ')}`).argParser((value) => {
    const kind = sourceKinds.find((one) => one === value.toUpperCase())
    if (kind) return kind
    throw new InvalidArgumentError(`It must be one of ${sourceKinds.join(', ')}.`)
  })

export const roleOption = (): Option =>
  new Option('--role <role>', 'READER may read a private graph, EDITOR writes as well, ADMIN may do all')
    .default('EDITOR')
    .argParser((value) => {
      const role = userRoles.find((one) => one === value.toUpperCase())
      if (role) return role
      throw new InvalidArgumentError(`It must be one of ${userRoles.join(', ')}.`)
    })

function parsePort(value: string): number {
  const port = Number(value)
  if (!/^\d+$/.test(value) || port > 65_535)
    throw new InvalidArgumentError('It must be a number from 0 to 65535.')
  return port
}

const parseOrigins = (value: string): string[] =>
  parseAllowed(value, originProblem).map((origin) => originOf(origin) ?? origin)

const parseHosts = (value: string): string[] => parseAllowed(value, hostProblem)

/** One that is allowed, or several between commas or spaces, as in an environment variable; `*` stands for all. */
function parseAllowed(value: string, problemOf: (one: string) => string | null): string[] {
  const all = value.split(/[\s,]+/).filter(Boolean)
  for (const one of all) {
    const problem = one === '*' ? null : problemOf(one)
    if (problem) throw new InvalidArgumentError(`${all.length > 1 ? `“${one}”: ` : ''}${problem}`)
  }
  return all
}

function requireFilled(value: string, what: string): string {
  if (value.trim() === '') throw new InvalidArgumentError(`It must name ${what}.`)
  return value
}
