import { join } from 'node:path'
import { getIntrospectionQuery } from 'graphql'
import { afterAll, describe, expect, test } from 'vitest'
import { defaultLimits } from '../../src/api/run/limits.ts'
import { schema } from '../../src/api/schema.ts'
import { importDossiers } from '../../src/dossier/import.ts'
import { LocalDesk } from '../../src/edits/perform.ts'
import { Graph } from '../../src/model/graph.ts'
import { UserWriter } from '../../src/model/users/write.ts'
import { defaultTimeLimit } from '../../src/server/app.ts'
import { QueryThreads } from '../../src/server/query-threads.ts'
import { readQuestions } from '../../src/server/question.ts'
import { dbOf, openWriter } from '../engine.ts'
import { dispute, seed } from '../graph-fixture.ts'
import { writeGraph } from '../made-graph.ts'
import { askBoth, type BothUrls } from './both-ways.ts'
import { ask, emptyFolder, startServer } from './fixture.ts'

const path = join(emptyFolder(), 'graph.db')
writeGraph(path, [seed])
const writer = openWriter(path)
afterAll(() => writer.close())

/** Threads run what is built, of these very sources. */
const script = new URL('../../dist/server/query-worker.js', import.meta.url)
function threadsOf(quick: number): QueryThreads {
  const bounds = { limits: defaultLimits, timeLimit: defaultTimeLimit }
  const threads = new QueryThreads({ path, script, quick, ...bounds })
  afterAll(() => threads.terminate())
  return threads
}
const serve = (threads: QueryThreads | null) =>
  startServer({ schema, graph: Graph.open(path), desk: new LocalDesk(writer), threads })

const threads = threadsOf(0)
/** Answers all queries in a thread, and then one that answers none there. */
const [inThread, inServer] = [await serve(threads), await serve(null)]
const both: BothUrls = [inThread.url, inServer.url]

describe('a thread answers as the server does', () => {
  test.each(readQuestions().map(({ title, query }) => [title, query]))('%s', async (_, query) => {
    await askBoth(both, { body: JSON.stringify({ query }) }, 2)
  })

  const deep = '{ actors(first: 100) { nodes { statements(first: 500) { nodes { id about { id } } } } } }'
  const aliases = `{ ${Array.from({ length: 101 }, (_, n) => `a${n}: __typename`).join(' ')} }`
  test.each([
    ['nothing', { query: '{ __typename nothing: actor(id: "nobody-at-all") { id } }' }],
    ['an unknown slug', { query: '{ statements(filter: { about: ["rusia"] }) { totalCount } }' }],
    ['half of it', { query: '{ statements(first: 501) { totalCount } actor(id: "russia") { name } }' }],
    ['a variable', { query: 'query($id: ID!) { actor(id: $id) { name } }', variables: { id: 'russia' } }],
    ['a variable without a value', { query: 'query($id: ID!) { actor(id: $id) { name } }' }],
    [
      'a wrong one',
      { query: 'query($day: EDTF) { stats(asOf: $day) { claims } }', variables: { day: 'soon' } },
    ],
    ['one of two', { query: 'query A { __typename } query B { me { name } }', operationName: 'B' }],
    ['too much', { query: deep }],
    ['too many names', { query: aliases }],
    ['the schema', { query: getIntrospectionQuery() }],
  ])('%s', async (_, body) => {
    for (const accept of ['application/json', 'application/graphql-response+json', 'text/event-stream'])
      await askBoth(both, { body: JSON.stringify(body), headers: { accept, 'accept-encoding': 'gzip' } }, 2)
    await askBoth(both, { method: 'GET', path: `/graphql?${new URLSearchParams({ query: body.query })}` }, 1)
  })

  test('and knows who asks', async () => {
    const users = new UserWriter(writer)
    const { token } = users.issue({ userId: users.put('Ada', 'EDITOR').user.id, kind: 'API' })
    const headers = { authorization: `Bearer ${token}` }
    const [answer] = await askBoth(both, { body: JSON.stringify({ query: '{ me { name role } }' }), headers })
    expect(JSON.parse(answer.body)).toEqual({ data: { me: { name: 'Ada', role: 'EDITOR' } } })
  })

  test('and has read what was just written', async () => {
    const body = JSON.stringify({ query: '{ stats { statements } }' })
    const [before] = await askBoth(both, { body })
    importDossiers(writer, [dispute])
    const [after] = await askBoth(both, { body }, 1)
    expect(after.body).not.toBe(before.body)
  })
})

describe('a query that is long', () => {
  /** Looks at the clock with each statement, and so is never done in so short a time. */
  const long = '{ stats { claims } }'

  test('is answered in a thread, and others meanwhile', async () => {
    const { url } = await serve(threadsOf(0.001))
    let isOver = false
    const answer = ask(url, long).finally(() => {
      isOver = true
    })
    let meanwhile = 0
    while (!isOver) {
      // Names of its own make each of them a document that nothing is known of yet.
      const { data } = await ask(url, `{ a${meanwhile}: __typename }`)
      expect(data).toEqual({ [`a${meanwhile}`]: 'Query' })
      if (!isOver) meanwhile += 1
    }
    expect((await answer).data).toMatchObject({ stats: { claims: expect.any(Number) } })
    expect(meanwhile).toBeGreaterThan(3)
  })

  /** Asks, and tells whether the server itself has tried it before a thread did. */
  const trying = ({ url, graph }: { readonly url: string; readonly graph: Graph }) => {
    let tried = 0
    const within = graph.engine.within.bind(graph.engine)
    graph.engine.within = (time, work) => {
      tried += 1
      return within(time, work)
    }
    return async () => {
      const before = tried
      expect((await ask(url, long)).errors).toBeUndefined()
      return tried > before
    }
  }

  test('goes there at once when it comes again', async () => {
    const isTried = trying(await serve(threadsOf(0.001)))
    expect(await isTried()).toBe(true)
    expect(await isTried()).toBe(false)
  })

  test('but not when it turned out to be quick there', async () => {
    const slow = await serve(threadsOf(40))
    slow.graph.engine.onStatement = () => {
      const end = performance.now() + 210
      while (performance.now() < end);
    }
    const isTried = trying(slow)
    expect(await isTried()).toBe(true)
    await expect.poll(isTried).toBe(true)
  })
})

describe('threads', () => {
  const query = { query: '{ stats { claims } }', operationName: null, variables: {}, user: null }

  test('have so many queries waiting and no more, and do not work for whoever hung up', async () => {
    const asked: Promise<unknown>[] = []
    let isGone = false
    expect(() => {
      for (;;) asked.push(threads.ask(query, () => isGone))
    }).toThrow(/busy/)
    expect(asked.length - threads.size).toBe(32)
    isGone = true
    const ends = await Promise.allSettled(asked)
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(threads.size)
  })

  test('tell nobody what went wrong in them, and log it by the same id', async () => {
    dbOf(writer).exec('drop table assessment')
    const body = JSON.stringify({ query: '{ claims { nodes { assessments { id } } } }' })
    const [answer] = await askBoth(both, { body })
    expect(answer.body).toContain('Unexpected error')
    const { errors } = await ask(inThread.url, JSON.parse(body).query)
    const logged = inThread.lines.find(({ id }) => id === errors?.[0]?.extensions.id)
    expect(logged).toMatchObject({ err: { message: expect.stringContaining('assessment') } })
  })

  test('cost their query where they end, and another is started for the next', async () => {
    await threads.terminate()
    await expect.poll(() => threads.size).toBe(0)
    const answer = ask(inThread.url, query.query)
    await expect.poll(() => threads.size).toBe(1)
    await threads.terminate()
    const { errors, status } = await answer
    expect(status).toBe(500)
    const logged = inThread.lines.find(({ id }) => id === errors?.[0]?.extensions.id)
    expect(logged).toMatchObject({ err: { message: expect.stringContaining('has ended') } })
    expect((await ask(inThread.url, query.query)).errors).toBeUndefined()
  })

  test('end when all that was asked is answered, where another file is served from now on', async () => {
    const answers = [1, 2, 3, 4, 5, 6].map(() => threads.ask(query, () => false))
    threads.close()
    for (const { text } of await Promise.all(answers)) expect(text).toMatch(/^\{"data"/)
    await expect.poll(() => threads.size).toBe(0)
  })
})
