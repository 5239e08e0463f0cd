import { describe, expect, it, onTestFinished } from 'vitest'
import { Graph } from '../../src/model/graph.ts'
import { anImport } from '../../src/model/history/journal.ts'
import { transact } from '../../src/model/transact.ts'
import { AsynchronousEngine } from '../../src/sql/postgres/asynchronous/asynchronous-engine.ts'
import { openWriter } from '../../src/sql/postgres/open.ts'
import { postgresAddress } from '../../src/sql/postgres/servers/address.ts'

const server = process.env.HEARSAY_TEST_POSTGRES ?? ''
if (!server) console.warn('\nREMEMBERED TIES ARE NOT TESTED ON A POOL: there is no PostgreSQL here.\n')

const schema = `remembered_ties_${process.pid}`

/** Three actors, of whom each belongs to the next, and one who asks over a pool of connections. */
function chain() {
  const url = new URL(server)
  url.searchParams.set('schema', schema)
  const writer = openWriter(url.href)
  const engine = new AsynchronousEngine(postgresAddress(url.href))
  onTestFinished(async () => {
    await engine.close()
    writer.execute(`drop schema ${schema} cascade`)
    writer.close()
  })
  const [first = 0, middle = 0, last = 0] = transact(writer, anImport, ({ actors }) =>
    ['first', 'middle', 'last'].map((slug) => actors.put({ slug, name: slug, type: 'ARMED_GROUP' }).id),
  )
  const belong = (id: number, organization: number) =>
    transact(writer, anImport, ({ actors }) =>
      actors.affiliate({ id, outcome: 'unchanged' }, [{ organization, role: 'MEMBER' }]),
    )
  belong(first, middle)
  belong(middle, last)
  const { ways } = new Graph(engine)
  const way = async () => (await ways.between(first, last, null, 6, 1)).map(({ nodes }) => nodes)
  return { engine, way, belong, first, middle, last }
}

/** The SQL that is run for a piece of work. */
async function statementsOf(engine: AsynchronousEngine, work: () => Promise<unknown>): Promise<string[]> {
  const statements: string[] = []
  engine.onStatement = (sql) => statements.push(sql)
  await work()
  engine.onStatement = null
  return statements
}

describe.skipIf(!server)('over a pool of connections', () => {
  it('a way that was walked before asks for nothing, and one after a write tells of it', async () => {
    const { engine, way, belong, first, middle, last } = chain()
    expect(await way()).toEqual([[first, middle, last]])
    expect(await statementsOf(engine, way)).toEqual([])
    belong(first, last)
    expect(await way()).toEqual([[first, last]])
    expect(await statementsOf(engine, way)).toEqual([])
  })

  it('ways that are walked while others write are those of before or after', async () => {
    const { way, belong, first, middle, last } = chain()
    const before = await Promise.all([way(), way()])
    const during = [way(), way()]
    belong(first, last)
    const after = await Promise.all([way(), way()])
    expect(before).toEqual(Array(2).fill([[first, middle, last]]))
    for (const told of await Promise.all(during))
      expect([[[first, middle, last]], [[first, last]]]).toContainEqual(told)
    expect(after).toEqual(Array(2).fill([[first, last]]))
  })
})
