import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { importDossiers } from '../../src/dossier/import.ts'
import { Graph } from '../../src/model/graph.ts'
import { loadEngine, openWriter } from '../../src/model/open.ts'
import { isValid } from '../documents/comparison.ts'
import { Documents } from '../documents/documents.ts'
import { materialOf } from '../documents/material.ts'
import { folder } from '../graph.ts'
import { seed as belgorod, dispute, everyField, question, run, upTo } from '../graph-fixture.ts'
import { SEED } from '../random-seed.ts'

await loadEngine('postgres://')

/** How many documents are made. By hand: `HEARSAY_DOCUMENTS=5000 npx vitest run tests/sql/same-answers.test.ts`. */
const COUNT = Number(process.env.HEARSAY_DOCUMENTS ?? 100)
const questions = readdirSync(new URL('../../schema/questions', import.meta.url))

/** The same graph on two engines, written at the same time of day. */
describe.skipIf(!process.env.HEARSAY_TEST_POSTGRES)('on either engine', () => {
  const [path, name] = [folder(), `answers_${randomBytes(6).toString('hex')}`]
  const graphs: Graph[] = []

  beforeAll(() => {
    vi.useFakeTimers({ now: Date.UTC(2024, 0, 1), toFake: ['Date'] })
    const url = new URL(process.env.HEARSAY_TEST_POSTGRES ?? '')
    url.searchParams.set('schema', name)
    for (const address of [join(path, 'answers.db'), url.href]) {
      const writer = openWriter(address)
      importDossiers(writer, [belgorod, everyField])
      importDossiers(writer, [dispute])
      writer.close()
      graphs.push(Graph.open(address))
    }
  }, 60_000)
  afterAll(async () => {
    vi.useRealTimers()
    for (const { engine } of graphs) await engine.close()
    const client = new Client({ connectionString: process.env.HEARSAY_TEST_POSTGRES })
    await client.connect()
    await client.query(`drop schema if exists ${name} cascade`)
    await client.end()
  })

  const answers = (query: string, variables: Readonly<Record<string, unknown>> = {}): string[] =>
    graphs.map((graph) => JSON.stringify(run(graph, query, variables)))

  it.each(questions)('a question is answered by the same bytes: %s', (file) => {
    const [one, other] = answers(question(file.replace('.graphql', '')))
    expect(one).toContain('"data":{')
    expect(other).toBe(one)
  })

  it('random documents are answered by the same bytes', { timeout: 60_000 + 100 * COUNT }, () => {
    const [graph] = graphs as [Graph]
    const material = materialOf({ ask: (text) => run(graph, text).data })
    const documents = new Documents(schema, material, SEED)
    for (const number of upTo(COUNT)) {
      const { query, variables } = documents.next()
      // How well a text matches is each engine's own, and stands in the cursors of what is found.
      if (query.includes('search') || !isValid({ query, variables })) continue
      const [one, other] = answers(query, variables)
      expect(other, `document ${number}: ${query} ${JSON.stringify(variables)}`).toBe(one)
    }
  })
})
