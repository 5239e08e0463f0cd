import { afterAll, describe, expect, it } from 'vitest'
import { schema } from '../src/api/schema.ts'
import { FeedError, RevisionFeed } from '../src/model/history/revision-feed.ts'
import { revise } from '../src/model/transact.ts'
import { subscribe, take } from './events.ts'
import { dispute, upTo, type World, worlds } from './graph-fixture.ts'
import { said } from './review-fixture.ts'
import { startServer } from './server/fixture.ts'

const { of } = worlds()
const world = of(dispute)
const { url } = await startServer({ schema, graph: world.graph })
afterAll(() => world.graph.feed.close())

let places = 0
/** Writes a place, by a connection of its own as another process would. */
const write = (to: World = world): string => {
  const { revision } = revise(to.writer, { by: null, action: 'RECORD' }, (writers) =>
    writers.places.put({ slug: `place-${++places}`, name: `Place ${places}`, precision: 'LOCALITY' }),
  )
  return `revision_${revision}`
}
const revised = (id: string) => ({ data: { revised: { id } } })

describe('revised', () => {
  it('tells each revision once, in order, as it is written', async () => {
    const { response, events } = await subscribe(url, 'subscription { revised { id } }')
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    expect(response.headers.get('content-encoding')).toBe('none')
    const first = write()
    expect(await take(events, 1)).toEqual([revised(first)])
    const later = upTo(20).map(() => write())
    expect(await take(events, 20)).toEqual(later.map(revised))
  })

  it('goes on after the revision that a client had last, with what was written meanwhile', async () => {
    const since = write()
    const missed = upTo(3).map(() => write())
    const { events } = await subscribe(
      url,
      'subscription ($since: ID) { revised(since: $since) { id changes { nodes { kind node { ... on Entity { name } } } } } }',
      { since },
    )
    const told = await take(events, 3)
    expect(told.map(({ data }) => data?.revised)).toEqual(
      missed.map((id, index) => ({
        id,
        changes: { nodes: [{ kind: 'CREATED', node: { name: `Place ${places - 2 + index}` } }] },
      })),
    )
    const next = write()
    expect((await take(events, 1))[0]?.data?.revised).toMatchObject({ id: next })
  })

  it('tells only what changed some kinds of node, or one node', async () => {
    const claims = await subscribe(url, 'subscription { revised(types: [CLAIM]) { id } }')
    const arland = await subscribe(url, 'subscription { revised(about: "arland") { id } }')
    write()
    const about = (work: Parameters<typeof revise>[2]) =>
      `revision_${revise(world.writer, { by: null, action: 'RECORD' }, work).revision}`
    const actor = about(({ actors }) =>
      actors.put({ slug: 'arland', name: 'Arland', type: 'STATE', description: 'A state.' }),
    )
    const claim = about((writers) =>
      writers.claims.put({ slug: 'new', text: 'It rained.', kind: 'OCCURRENCE' }),
    )
    expect(await take(claims.events, 1)).toEqual([revised(claim)])
    expect(await take(arland.events, 1)).toEqual([revised(actor)])
  })

  it('is told alike to many', async () => {
    const clients = await Promise.all(upTo(50).map(() => subscribe(url, 'subscription { revised { id } }')))
    const written = upTo(5).map(() => write())
    for (const { events } of clients) expect(await take(events, 5)).toEqual(written.map(revised))
  })

  it.each([
    ['since: "revision_99999"', 'There is no revision “revision_99999”.', 'NOT_FOUND'],
    ['since: "x"', 'There is no revision “x”.', 'NOT_FOUND'],
    [
      'about: "arlant"',
      'There is no actor, place, event, claim or source “arlant”. Did you mean arland, borland?',
      'NOT_FOUND',
    ],
  ])('refuses %s', async (args, message, code) => {
    const { events } = await subscribe(url, `subscription { revised(${args}) { id } }`)
    const [told] = await take(events, 1)
    expect(told?.errors?.[0]).toMatchObject({ message, extensions: { code } })
    expect(told?.data ?? null).toBeNull()
  })
})

describe('statementAccepted', () => {
  it('tells each statement that comes to be accepted and that a filter keeps', async () => {
    const { events } = await subscribe(
      url,
      'subscription { statementAccepted(filter: { by: ["arland"] }) { statement { id text } revision { action } } }',
    )
    const put = (id: number | undefined, review: 'PROPOSED' | 'ACCEPTED', text: string) =>
      revise(world.writer, { by: null, action: 'REVIEW' }, ({ statements }) => {
        return statements.put({ ...said(world, { text, review }), ...(id !== undefined && { id }) }).id
      }).done
    const proposed = put(undefined, 'PROPOSED', 'It was late.')
    const accepted = put(undefined, 'ACCEPTED', 'It was early.')
    put(proposed, 'ACCEPTED', 'It was late.')
    put(proposed, 'ACCEPTED', 'It was very late.')
    const last = put(undefined, 'ACCEPTED', 'It was dark.')
    const told = await take(events, 3)
    expect(told.map(({ data }) => data?.statementAccepted)).toMatchObject([
      { statement: { id: `statement_${accepted}` }, revision: { action: 'REVIEW' } },
      { statement: { id: `statement_${proposed}`, text: 'It was very late.' } },
      { statement: { id: `statement_${last}` } },
    ])
  })
})

describe('a feed of revisions', () => {
  const feedOf = (bounds: Partial<ConstructorParameters<typeof RevisionFeed>[2]> = {}) => {
    const own = of(dispute)
    return { own, feed: new RevisionFeed(own.graph.engine, own.graph.revisions, { interval: 5, ...bounds }) }
  }
  const next = async (listener: AsyncIterator<{ id: number }>) => {
    const { done, value } = await listener.next()
    return done ? null : `revision_${value.id}`
  }

  it('reads each revision once for all who listen, and nothing while nobody does', async () => {
    const { own, feed } = feedOf()
    let statements: string[] = []
    own.graph.engine.onStatement = (sql) => void statements.push(sql)
    const listeners = await Promise.all(upTo(10).map(() => feed.listen(null)))
    statements = []
    const written = write(own)
    expect(await Promise.all(listeners.map(next))).toEqual(upTo(10).map(() => written))
    // The second is of the first look, before which nothing is known.
    expect(statements.length).toBeLessThanOrEqual(2)
    for (const listener of listeners) await listener.return()
    statements = []
    write(own)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(statements).toEqual([])
  })

  it('drops who is too slow, and says after what to go on', async () => {
    const { own, feed } = feedOf({ kept: 3 })
    const [slow, quick] = [await feed.listen(null), await feed.listen(null)]
    const first = write(own)
    expect([await next(slow), await next(quick)]).toEqual([first, first])
    for (const _ of upTo(5)) {
      const written = write(own)
      expect(await next(quick)).toBe(written)
    }
    const refusal = await slow.next().catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(FeedError)
    expect(refusal).toMatchObject({ code: 'SLOW_READER', message: expect.stringContaining(first) })
    expect(await next(slow)).toBeNull()
    const again = await feed.listen(Number(first.split('_')[1]))
    expect(await next(again)).toBe(`revision_${Number(first.split('_')[1]) + 1}`)
    feed.close()
  })

  it('lets only so many listen', async () => {
    const { feed } = feedOf({ listeners: 2 })
    const [a] = [await feed.listen(null), await feed.listen(null)]
    await expect(feed.listen(null)).rejects.toMatchObject({ code: 'BUSY' })
    await a?.return()
    await feed.listen(null)
    feed.close()
  })

  it('ends at once for who goes, and for all when it is closed', async () => {
    const { feed } = feedOf()
    const [a, b] = [await feed.listen(null), await feed.listen(null)]
    const [waitingA, waitingB] = [next(a), next(b)]
    await a.return()
    expect(await waitingA).toBeNull()
    feed.close()
    expect(await waitingB).toBeNull()
    await expect(feed.listen(null)).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  })
})
