import { describe, expect, test } from 'vitest'
import { schema } from '../../src/api/schema.ts'
import { Graph } from '../../src/model/graph.ts'
import { openReader } from '../engine.ts'
import { everyRow } from '../graph.ts'
import { ask, startServer } from '../server/fixture.ts'
import { desk, harbour, nets } from './reading.ts'

const { db, file, read, looked, rows } = desk(harbour)
const { url } = await startServer({ schema, graph: new Graph(openReader(db)) })

const query = `query ($text: String!, $published: EDTF, $publisher: String) {
  extract(text: $text, published: $published, publisher: $publisher) {
    index text cue act stance certainty factuality quoteType saidAt proposedSpeaker
    speaker { slug name } onBehalfOf { slug } addressee { slug } proposedAddressee about { slug } claim { slug }
    span { start end exact prefix suffix } sourceSpans { start end } cueSpans { start end } contentSpans { start end }
    via { index proposedSpeaker }
  }
}`

// biome-ignore lint/suspicious/noExplicitAny: what a query gives is known to the test that asks it
const preview = async (text: string, published?: string, publisher?: string): Promise<any[]> => {
  const { data, errors } = await ask(url, query, { text, published, publisher })
  expect(errors ?? []).toEqual([])
  return data?.extract as []
}

describe('extract', () => {
  test('answers with what reading would propose', async () => {
    const found = await preview(nets, '2024-03-06')
    expect(found[0]).toMatchObject({
      index: 0,
      speaker: { slug: 'norwegian-fisheries-ministry' },
      proposedSpeaker: null,
      onBehalfOf: { slug: 'norway' },
      stance: 'AFFIRMS',
      factuality: 'CT+',
      quoteType: 'INDIRECT',
      saidAt: '2024-03-05',
      claim: { slug: 'nets-cut' },
      about: [{ slug: 'bodo' }, { slug: 'norway' }, { slug: 'sweden' }],
      via: null,
    })
    expect(found.map((one) => one.proposedSpeaker)).toContain('Ole Dahl')
    const inner = found.find((one) => one.via)
    expect(inner).toMatchObject({ speaker: { slug: 'norwegian-fisheries-ministry' }, stance: 'DENIES' })
    expect(inner.via.proposedSpeaker).toMatch(/^An official$/i)
    for (const { span, sourceSpans, cueSpans, cue } of found) {
      expect(nets.slice(span.start, span.end)).toBe(span.exact)
      expect(cueSpans.map(({ start, end }: never) => nets.slice(start, end)).join(' … ')).toBe(cue)
      expect(sourceSpans.length).toBeLessThanOrEqual(1)
    }
  })

  test('says to whom, as far as the text and who published it tell', async () => {
    const text =
      'Ada Vega told Norway that it rained. “It did,” Ada Vega told us. Ada Vega told reporters so.'
    const to = async (publisher?: string) =>
      (await preview(text, undefined, publisher)).map((one) => one.addressee?.slug ?? one.proposedAddressee)
    expect((await to()).slice(0, 2)).toEqual(['norway', null])
    expect((await to('Fjord Herald')).slice(0, 2)).toEqual(['norway', 'Fjord Herald'])
    expect((await to('Norway')).slice(0, 2)).toEqual(['norway', 'norway'])
  })

  test('counts in the text as it would be stored, which can be had beside it', async () => {
    const text = `\ufeff🙂\r\n\r\n${nets.replace('harbour', 'har\u00adbour').replaceAll('\n', '\r\n')}`
    const { data } = await ask(url, 'query ($text: String!) { storedText(text: $text) }', { text })
    expect(data).toEqual({ storedText: `🙂\n\n${nets}` })
    const found = await preview(text)
    expect(found).not.toHaveLength(0)
    for (const { span } of found) expect(`🙂\n\n${nets}`.slice(span.start, span.end)).toBe(span.exact)
  })

  test('stores nothing', async () => {
    const before = looked(everyRow)
    await preview(nets)
    expect(looked(everyRow)).toEqual(before)
  })

  test('finds nothing in what says nothing, and says what is wrong with no text', async () => {
    expect(await preview('Rain.')).toEqual([])
    const { errors } = await ask(url, query, { text: ' ' })
    expect(errors?.[0]).toMatchObject({
      message: 'The text is empty: there is no text in it.',
      extensions: { code: 'BAD_USER_INPUT', argument: ['text'] },
    })
  })

  test('takes no more text than a request may have', async () => {
    expect((await ask(url, query, { text: 'x'.repeat(1_100_000) })).status).toBe(413)
  })

  test('stops where its time is up', async () => {
    const bound = await startServer({ schema, graph: new Graph(openReader(db)), timeLimit: 50 })
    const { errors } = await ask(bound.url, query, { text: nets.repeat(1_000) })
    expect(errors?.[0]?.extensions.code).toBe('TIMEOUT')
  })
})

describe('what is proposed', () => {
  test('is found by its review and by nothing else', async () => {
    await read(file(nets), { published: '2024-03-06' })
    const { data, errors } = await ask(
      url,
      `{
        accepted: statements { totalCount }
        proposed: statements(filter: { review: [PROPOSED] }, first: 1) { totalCount nodes { review span { exact } } }
        source(id: "report-2") { statements { totalCount } }
        actor(id: "sweden") { statements { totalCount } positions { totalCount } speaksAbout { statements } }
        claim(id: "nets-cut") { standing speakerCount sourceCount positions { stance } statements { totalCount } }
        matrix { statements } facets(by: [SPEAKER, ACT, STANCE, CLAIM]) { count }
        stats { statements } search(text: "harbour open", types: [STATEMENT]) { totalCount }
        timeline(types: [STATEMENT]) { totalCount } agreements { agree }
      }`,
    )
    expect(errors ?? []).toEqual([])
    expect(data).toMatchObject({
      accepted: { totalCount: 0 },
      proposed: { totalCount: rows('select * from statement').length, nodes: [{ review: 'PROPOSED' }] },
      source: { statements: { totalCount: 0 } },
      actor: { statements: { totalCount: 0 }, positions: { totalCount: 0 }, speaksAbout: [] },
      claim: {
        standing: 'OPEN',
        speakerCount: 0,
        sourceCount: 0,
        positions: [],
        statements: { totalCount: 0 },
      },
      matrix: [],
      facets: [],
      stats: { statements: 0 },
      search: { totalCount: 0 },
      timeline: { totalCount: 0 },
      agreements: [],
    })
  })
})
