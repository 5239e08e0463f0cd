import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { programsFolder } from './tests/postgres/programs.ts'

const report = process.env.HEARSAY_TEST_REPORT

// Each project reads this file once more.
if (!process.env.HEARSAY_SEED) {
  process.env.HEARSAY_SEED = seedOfCommit()
  console.info(`HEARSAY_SEED=${process.env.HEARSAY_SEED}`)
}

/** Start the command line or a server as it is shipped, or look at what is built. */
const processes = [
  'tests/{keeping,kills,programming,writers-killed}.test.ts',
  'tests/mcp/stdio.test.ts',
  'tests/sql/collected.test.ts',
  'tests/reports/{cli,formats}.test.ts',
  'tests/server/{cli,exporting,file,graphiql,import,live,package,served,threads}.test.ts',
]

/** Look at both engines themselves: what each does, that both do the same, and what only PostgreSQL does. */
const engines = [
  'tests/{both-engines,lost-connections}.test.ts',
  'tests/postgres/*.test.ts',
  'tests/server/postgres-*.test.ts',
  'tests/sql/{abandoned,copy,postgres-plans,same-answers}.test.ts',
  'tests/sql/contract/*.test.ts',
]

/** Have a graph, and are run once more with it on PostgreSQL; but not what is about files, processes or pages. */
const onPostgres = [
  'tests/*.test.ts',
  'tests/{documents,edits,formats,mcp,reports}/*.test.ts',
  'tests/sql/{months,query-types,refusals}.test.ts',
  'tests/server/*.test.ts',
]

/** Of those, what has no graph, and what is about a graph in a file. */
const notOnPostgres = [
  'tests/{clients,date,date-words,docs,live-bench,lru,nearest,peers,schema,shortest-paths}.test.ts',
  'tests/{composed-file,named-file,plans}.test.ts',
  'tests/formats/{mapping-pattern,overview}.test.ts',
  'tests/server/{answer-size,date,error,graphiql,host,limit,reader-pace,turns,unread,variable}.test.ts',
]

/** Look at pages in a browser. The others there try the explorer's code without a page. */
const pages = ['tests/web/!(cells|language|problem|routes|where).test.ts']

const built = ['tests/build.ts']
const postgres = 'tests/sql/postgres.ts'

/** Take five seconds or more each: they ask at random, walk every list, derive a graph anew, read for long or wait. */
const long = [
  'tests/{db,derive,dossier,dossier-bounds,export,links,random-history,review-derive,review-dossier}.test.ts',
  'tests/{search-forms,text-enters,ties,time-zone,walk}.test.ts',
  'tests/documents/random.test.ts',
  'tests/extraction/{any-input,slavic}.test.ts',
  'tests/reading/floors.test.ts',
  'tests/reports/{any-input,bounds,claim-text,nearest-claim,versions,watch}.test.ts',
  'tests/server/{ration,remembered,turns,unread}.test.ts',
]

/** There is a PostgreSQL to be started (tests/sql/postgres.ts), or the address of one that runs. */
const hasPostgres = Boolean(process.env.HEARSAY_TEST_POSTGRES ?? programsFolder())

// Projects are run in the order of their names, which is also from the longest files to the shortest, so that all workers
// are done at the same time.
export default defineConfig({
  resolve: {
    // graphql ships as CommonJS and as ES modules; Vite would take the second where Node takes the first, and two copies
    // do not know each other's types.
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }],
  },
  test: {
    // Nothing is kept outside a test file, and to import everything for each anew took a fifth of the time.
    isolate: false,
    // What Vite makes of a file is kept for the other projects and the next run.
    experimental: { fsModuleCache: true, fsModuleCachePath: 'node_modules/.cache/vitest' },
    // Tests wait for browsers and processes: on two processors, a third worker has what the others leave.
    maxWorkers: Math.max(3, availableParallelism()),
    // A machine that is busy takes its time; what never comes is still missed.
    setupFiles: ['tests/random-seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    // Where a script wants the figures as well, it says where to put them.
    ...(report && { reporters: ['default', ['json', { outputFile: report }]] }),
    projects: [
      project('browser', pages, [], built),
      project('engines', engines, [], [...built, postgres]),
      project('long', long, [], []),
      project(
        'postgres',
        hasPostgres ? onPostgres : [],
        [...engines, ...processes, ...notOnPostgres],
        [postgres],
        {
          HEARSAY_TEST_ENGINE: 'postgres',
        },
      ),
      project('process', processes, [], built),
      project('unit', ['tests/**/*.test.ts'], [...pages, ...engines, ...processes, ...long], []),
    ],
  },
})

/** What is needed is made before the first of its files. */
function project(
  name: string,
  include: string[],
  exclude: string[],
  needed: string[],
  env: Record<string, string> = {},
) {
  const globalSetup = ['tests/scratch.ts', ...needed]
  return { extends: true as const, test: { name, include, exclude, globalSetup, env } }
}

/**
 * With what random tests begin (tests/random-seed.ts). The same files are always tried in the same way, wherever that is,
 * and the next commit in another.
 */
function seedOfCommit(): string {
  const { stdout } = spawnSync('git', ['rev-parse', 'HEAD^{tree}'], { encoding: 'utf8' })
  return String(Number.parseInt(stdout.slice(0, 6), 16) || 1)
}
