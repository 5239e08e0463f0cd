import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type DocumentNode, type ExecutionResult, parse, print, validate } from 'graphql'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Executor } from '../src/api/run/executor.ts'
import { defaultLimits } from '../src/api/run/limits.ts'
import { schema } from '../src/api/schema.ts'
import { importDossiers } from '../src/dossier/import.ts'
import { Graph } from '../src/model/graph.ts'
import { openReader, openWriter } from '../src/model/open.ts'
import type { Engine } from '../src/sql/engine.ts'
import { atOnce } from '../src/sql/engine.ts'
import { KeptAnswers } from '../src/sql/kept-answers.ts'
import { AsynchronousEngine } from '../src/sql/postgres/asynchronous/asynchronous-engine.ts'
import { postgresAddress } from '../src/sql/postgres/servers/address.ts'
import { type Asked, Documents } from './documents/documents.ts'
import { type Material, materialOf } from './documents/material.ts'
import { folder } from './graph.ts'
import { everyField, question, run, seed, upTo } from './graph-fixture.ts'
import { SEED } from './random-seed.ts'

/** How many random documents are asked. `HEARSAY_DOCUMENTS=5000 npx vitest run tests/both-engines.test.ts` asks more. */
const COUNT = Number(process.env.HEARSAY_DOCUMENTS ?? 60)

const server = process.env.HEARSAY_TEST_POSTGRES
if (!server) console.warn('\nTHE SAME ANSWERS ON BOTH ENGINES ARE NOT TESTED: there is no PostgreSQL here.\n')

const schemaName = `both_${randomBytes(6).toString('hex')}`
const path = folder()

/** One engine's answers, and how many statements each took. */
class Answering {
  readonly engine: Engine
  readonly graph: Graph
  readonly #executor: Executor

  constructor(engine: Engine) {
    this.engine = engine
    this.graph = new Graph(engine)
    this.#executor = new Executor(schema, this.graph, { limits: defaultLimits, timeLimit: 60_000 })
  }

  /** The answer, and the statements for it: none of what was found before is remembered. */
  async of({ document, variables }: Prepared): Promise<Told> {
    const statements: string[] = []
    KeptAnswers.of(this.engine).clear()
    this.engine.onStatement = (sql) => statements.push(sql)
    const answer = await this.answer({ document, variables })
    this.engine.onStatement = null
    return { answer, statements }
  }

  async answer({ document, variables }: Prepared): Promise<Sent> {
    return sent(await this.#executor.run({ schema, document, variableValues: variables }))
  }
}

interface Prepared {
  readonly document: DocumentNode
  readonly variables: Readonly<Record<string, unknown>>
}

interface Sent {
  readonly data: unknown
  /** In no order: errors of fields that are asked together come as they come. */
  readonly errors: readonly string[]
}

interface Told {
  readonly answer: Sent
  readonly statements: readonly string[]
}

const sent = ({ data, errors = [] }: ExecutionResult): Sent => ({
  data: JSON.parse(JSON.stringify(data ?? null)),
  errors: errors.map((error) => JSON.stringify(error)).sort(),
})

/** Of several errors that each empty the same place, or a place within it, those are told that come first. */
function expectSame(got: Sent, wanted: Sent): void {
  expect(got.data).toEqual(wanted.data)
  expect(got.errors.length > 0).toBe(wanted.errors.length > 0)
  const [error] = wanted.errors
  if (wanted.data === null || error === undefined || wanted.errors.length > 1) return
  const { path, emptied } = placesOf(error, wanted.data)
  if (emptied.length === path.length) expect(got.errors).toEqual([error])
  else for (const other of got.errors) expect(placesOf(other, got.data).emptied).toEqual(emptied)
}

/** Where an error is, and which place it has emptied: its own, or one around it that may not be without it. */
function placesOf(error: string, data: unknown) {
  const { path = [] }: { path?: readonly (string | number)[] } = JSON.parse(error)
  let value: unknown = data
  const emptied = path.findIndex((key) => {
    value = (value as Readonly<Record<string | number, unknown>>)[key]
    return value === null
  })
  return { path, emptied: path.slice(0, emptied + 1) }
}

const isRanked = ({ document }: Prepared): boolean => /\bsearch\b/.test(print(document))

const prepared = ({
  query,
  variables = {},
}: {
  query: string
  variables?: Asked['variables']
}): Prepared => ({
  document: parse(query),
  variables,
})

// Some of the explorer's modules listen to the browser as soon as they are there.
vi.stubGlobal('addEventListener', () => {})
vi.stubGlobal('location', new URL('http://localhost/'))
const web = new URL('../web/src/', import.meta.url)
const explorer = await Promise.all(
  readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('-query.ts'))
    .map(async (file) => Object.entries(await import(new URL(file, web).href))),
)
vi.unstubAllGlobals()

const isDocument = (value: unknown): value is DocumentNode =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'Document'

const explorerQueries = explorer
  .flat()
  .flatMap(([name, value]) => (isDocument(value) ? [{ name, query: print(value) }] : []))
  .filter(({ query }) => query.includes('query ') && validate(schema, parse(query)).length === 0)

describe.skipIf(!server)('one graph, asked on each engine', () => {
  let sqlite: Answering
  let blocking: Answering
  let pooled: Answering
  let material: Material

  beforeAll(() => {
    const file = join(path, 'graph.db')
    const url = new URL(server ?? '')
    url.searchParams.set('schema', schemaName)
    // They are written at the same time.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1) })
    for (const address of [file, url.href]) {
      const writer = openWriter(address)
      importDossiers(writer, [seed, everyField])
      writer.close()
    }
    vi.useRealTimers()
    sqlite = new Answering(openReader(file))
    blocking = new Answering(openReader(url.href))
    pooled = new Answering(new AsynchronousEngine(postgresAddress(url.href)))
    material = materialOf({ ask: (document) => run(sqlite.graph, document).data })
  })

  afterAll(async () => {
    await Promise.all([sqlite, blocking, pooled].map(({ engine }) => engine.close()))
    const client = new Client({ connectionString: server })
    await client.connect()
    await client.query(`drop schema ${schemaName} cascade`)
    await client.end()
  })

  const expectAlike = async (asked: Prepared): Promise<Told> => {
    const wanted = await sqlite.of(asked)
    const still = await blocking.of(asked)
    // How well a text matches is told by other numbers there, in another order.
    if (!isRanked(asked)) expectSame(still.answer, wanted.answer)
    for (const got of [still, await pooled.of(asked)]) {
      expectSame(got.answer, still.answer)
      // Where something is wrong, what is asked at the same time may have been asked in vain.
      if (wanted.answer.errors.length === 0)
        expect(got.statements.length, got.statements.join('\n')).toBeLessThanOrEqual(wanted.statements.length)
    }
    return wanted
  }

  it.each(readdirSync(new URL('../schema/questions', import.meta.url)))('question %s', async (file) => {
    const asked = prepared({ query: question(file.replace('.graphql', '')) })
    const { answer } = await expectAlike(asked)
    expect(answer.errors).toEqual([])
    // Of graphs that were never asked: ties that were walked are remembered.
    const statements = ({ engine }: Answering) =>
      new Answering(engine).of(asked).then((told) => told.statements)
    const wanted = await statements(sqlite)
    for (const engine of [blocking, pooled]) expect(await statements(engine)).toHaveLength(wanted.length)
  })

  it('every query of the explorer, with what it is asked of', async () => {
    expect(explorerQueries.length).toBeGreaterThan(20)
    for (const { query } of explorerQueries)
      await expectAlike(prepared({ query, variables: { id: 'russia', of: 'russia', slug: 'russia' } }))
  })

  it.each([
    ['of always the same seed', 1],
    ['of the seed of this run', SEED],
  ])(
    'random documents %s, %i',
    async (_, start) => {
      const documents = new Documents(schema, material, start)
      for (const asked of upTo(COUNT).map(() => documents.next())) {
        if (validate(schema, parse(asked.query)).length > 0) continue
        await expectAlike(prepared(asked)).catch((error: unknown) => {
          throw new Error(`${asked.query}\n${JSON.stringify(asked.variables)}`, { cause: error })
        })
      }
    },
    60_000,
  )

  it('requests that are answered at the same time do not get in each other’s way', async () => {
    const documents = new Documents(schema, material, 2)
    const all = upTo(60)
      .map(() => documents.next())
      .filter(({ query }) => validate(schema, parse(query)).length === 0)
      .map(prepared)
    const wanted = await Promise.all(all.map((asked) => blocking.answer(asked)))
    const got = await Promise.all(all.map((asked) => pooled.answer(asked)))
    for (const [index, answer] of got.entries()) expectSame(answer, wanted[index] as Sent)
  })

  it('at once on the engines that are in the process, or stand still', () => {
    for (const { graph } of [sqlite, blocking])
      expect(atOnce(graph.lookup.find(['ACTOR'], 'russia'))).toMatchObject({ type: 'ACTOR' })
  })
})
