import { once } from 'node:events'
import type { Socket } from 'node:net'
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { schema } from '../src/api/schema.ts'
import { RevisionFeed } from '../src/model/history/revision-feed.ts'
import { revise } from '../src/model/transact.ts'
import { eventsIn, subscribe, take } from './events.ts'
import { dispute, upTo, type World, worlds } from './graph-fixture.ts'
import { startServer } from './server/fixture.ts'

const { of } = worlds()

let written = 0

const write = (world: World, text = 'A text.'): string => {
  const source = { slug: 'daily-june', title: `June ${++written}`, kind: 'ARTICLE', text } as const
  return `revision_${revise(world.writer, { by: null, action: 'RECORD' }, ({ sources }) => sources.put(source)).revision}`
}

/** Its events hold the texts of sources. */
const largeEvents = 'subscription { revised { id changes { nodes { fields { path before after } } } } }'

/** The request for events, for who reads the answer as it comes from the wire. */
function eventRequest(query: string): string {
  const body = JSON.stringify({ query })
  const headers = `host: localhost\r\ncontent-type: application/json\r\naccept: text/event-stream`
  return `POST /graphql HTTP/1.1\r\n${headers}\r\ncontent-length: ${body.length}\r\n\r\n${body}`
}

async function served() {
  const world = of(dispute)
  const sockets: Socket[] = []
  const { url, server } = await startServer({ schema, graph: world.graph })
  server.on('connection', (socket: Socket) => void sockets.push(socket))
  onTestFinished(() => world.graph.feed.close())
  return { world, url, sockets }
}

describe('a subscription over HTTP', () => {
  it('is taken by GET as well, as an EventSource asks', async () => {
    const { world, url } = await served()
    const query = encodeURIComponent('subscription { revised { id } }')
    const response = await fetch(`${url}/graphql?query=${query}`, {
      headers: { accept: 'text/event-stream' },
    })
    const events = eventsIn(response)
    const written = write(world)
    expect(await take(events, 1)).toEqual([{ data: { revised: { id: written } } }])
    await events.return(undefined)
  })

  it('is only told as events', async () => {
    const { url } = await served()
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: 'subscription { revised { id } }' }),
    })
    expect(response.status).toBe(406)
  })

  it('goes on past the time that an operation may take, and is kept alive meanwhile', async () => {
    const world = of(dispute)
    const { url } = await startServer({ schema, graph: world.graph, timeLimit: 50 })
    const { response, stop } = await subscribe(url, 'subscription { revised { id } }')
    const reader = response.body?.getReader()
    // Each is a comment, before anything was told.
    for (const _ of upTo(3)) expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(':\n\n')
    write(world)
    expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('event: next')
    stop()
    world.graph.feed.close()
  })

  it('ends with the server, and is refused from then on', async () => {
    const { world, url } = await served()
    const { events } = await subscribe(url, 'subscription { revised { id } }')
    const next = events.next()
    world.graph.feed.close()
    expect(await next).toEqual({ done: true, value: undefined })
    const late = await subscribe(url, 'subscription { revised { id } }')
    expect(late.response.status).toBe(503)
    expect((await take(late.events, 1))[0]?.errors?.[0]?.extensions.code).toBe('UNAVAILABLE')
  })

  it('tells in an event what is wrong in it, with the code that a query would have, and goes on', async () => {
    const { world, url } = await served()
    const { events } = await subscribe(
      url,
      'subscription { revised { id changes(first: -1) { totalCount } } }',
    )
    for (const _ of upTo(2)) {
      write(world)
      expect((await take(events, 1))[0]?.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    }
  })

  it('is forgotten when its client hangs up', async () => {
    const { world, url, sockets } = await served()
    const { engine, revisions } = world.graph
    Object.assign(world.graph, { feed: new RevisionFeed(engine, revisions, { interval: 5, listeners: 1 }) })
    const { port } = new URL(url)
    for (const _ of upTo(3)) {
      const socket = connect(Number(port), '127.0.0.1')
      socket.write(eventRequest('subscription { revised { id } }'))
      expect(String((await once(socket, 'data'))[0])).toContain('200 OK')
      socket.destroy()
      await expect.poll(() => sockets.every(({ destroyed }) => destroyed)).toBe(true)
    }
  })

  it('is refused as a query would be: too deep, or with a variable that is wrong', async () => {
    const { url } = await served()
    const deep = `subscription { revised { ${'undoes { '.repeat(20)} id ${'} '.repeat(20)} } }`
    expect((await take((await subscribe(url, deep)).events, 1))[0]?.errors?.[0]?.extensions.code).toBe(
      'DEPTH_LIMIT',
    )
    const typed = 'subscription ($types: [NodeType!]) { revised(types: $types) { id } }'
    const { events } = await subscribe(url, typed, { types: ['GHOST'] })
    expect((await take(events, 1))[0]?.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
  })
})

it('a client that does not read keeps its place, and nothing piles up for it', async () => {
  const { world, url, sockets } = await served()
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.write(eventRequest(largeEvents))
  await once(socket, 'data')
  socket.pause()
  const large = 'x'.repeat(400_000)
  const written = upTo(30).map((index) => write(world, large + index))
  const quick = await subscribe(url, 'subscription ($since: ID) { revised(since: $since) { id } }', {
    since: written[0],
  })
  await take(quick.events, 29)
  // Each event is of about a megabyte: of thirty, one or two wait.
  expect(Math.max(...sockets.map(({ writableLength }) => writableLength))).toBeLessThan(4_000_000)
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk
  })
  socket.resume()
  await expect.poll(() => text.match(/"revised":\{"id":"\w+"/g)?.length, { timeout: 20_000 }).toBe(30)
  const told = [...text.matchAll(/"revised":\{"id":"(\w+)"/g)].map(([, id]) => id)
  expect(told).toEqual(written)
})

it('a client that is too slow is dropped, and told after what to go on', async () => {
  const { world, url } = await served()
  const { engine, revisions } = world.graph
  // The one before reads nothing while nobody listens.
  Object.assign(world.graph, { feed: new RevisionFeed(engine, revisions, { interval: 5, kept: 3 }) })
  const slow = await subscribe(url, largeEvents)
  const large = 'x'.repeat(400_000)
  for (const index of upTo(30)) {
    const quick = await subscribe(url, 'subscription { revised { id } }')
    const written = write(world, large + index)
    expect(await take(quick.events, 1)).toMatchObject([{ data: { revised: { id: written } } }])
    quick.stop()
  }
  const told = await take(slow.events, 31)
  expect(told.length).toBeLessThan(30)
  const last = told.at(-2)?.data?.revised
  expect(told.at(-1)?.errors?.[0]).toMatchObject({
    message: expect.stringContaining((last as { id: string }).id),
    extensions: { code: 'SLOW_READER' },
  })
})

it('a mutation over GET is refused, whatever it may do', async () => {
  const { url } = await served()
  const query = encodeURIComponent('mutation { remove(id: "arland") { id } }')
  const response = await fetch(`${url}/graphql?query=${query}`)
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
})
