import { MultiGraph } from 'graphology'
import { parse as parseGexf } from 'graphology-gexf'
import { parse as parseGraphml } from 'graphology-graphml'
import { describe, expect, it } from 'vitest'
import type { FileFormat } from '../../src/formats/out/export-format.ts'
import { gexfFormat } from '../../src/formats/out/network/gexf-format.ts'
import { graphmlFormat } from '../../src/formats/out/network/graphml-format.ts'
import { dbOf } from '../engine.ts'
import { dispute, everyField, seed, type World, worlds } from '../graph-fixture.ts'
import { fill } from '../synthetic.ts'
import { written } from './written.ts'

const graphs = worlds()

function made(): World {
  const world = graphs.empty()
  fill(world, 20)
  return world
}

/** Two actors with several ties, and names that XML has to be told with care. */
function awkward(): World {
  const world = graphs.empty()
  world.write(({ actors, sources, statements }) => {
    const north = actors.put({
      slug: 'north',
      name: 'North & <South> "so"\u0007\n\ud83d\ude00',
      type: 'STATE',
    }).id
    const band = actors.put({ slug: 'band', name: ']]>\u0000\ufffe', type: 'ARMED_GROUP', allegiance: north })
    actors.affiliate(band, [
      { organization: north, role: 'MEMBER', title: "'Guard' & more", from: '2020', until: '2021-05~' },
      { organization: north, role: 'LEADER', from: '2023', until: '2022' },
    ])
    const source = sources.put({
      slug: 'paper',
      title: 'Paper',
      kind: 'ARTICLE',
      publishedAt: '2022-03-04',
    }).id
    const said = {
      source,
      speaker: north,
      text: 'So.',
      quoteType: 'INDIRECT',
      act: 'STATE',
      about: [band.id],
    } as const
    for (const saidAt of ['2021-01', '2022-02-03', undefined]) statements.put({ ...said, saidAt })
    statements.put({ ...said, saidAt: '1999', review: 'PROPOSED' })
  })
  return world
}

const formats: readonly (readonly [FileFormat, (text: string) => MultiGraph])[] = [
  [gexfFormat, (text) => parseGexf(MultiGraph, text)],
  [graphmlFormat, (text) => parseGraphml(MultiGraph, text)],
]

const fixtures: readonly (readonly [string, () => World])[] = [
  ['the seed', () => graphs.of(seed)],
  ['disputes', () => graphs.of(dispute)],
  ['every field', () => graphs.of(everyField)],
  ['a made graph', made],
  ['awkward names', awkward],
]

describe.each(fixtures)('the network of %s', (_, make) => {
  const world = make()
  const count = (query: string) => dbOf(world.writer).prepare(`select count(*) from ${query}`).pluck().get()

  it.each(formats)('is read by graphology: $name', (format, read) => {
    const { text } = written(world.writer, format)
    expect(text).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u)
    const network = read(text)
    const isThere = `in (select id from entity where review = 'ACCEPTED' and kind = 'ACTOR')`
    expect(network.order).toBe(count(`entity where id ${isThere}`))
    const kinds = (kind: string) => network.filterEdges((_edge, values) => values.kind === kind).length
    expect(kinds('AFFILIATED')).toBe(
      count(`affiliation where actor_id ${isThere} and organization_id ${isThere}`),
    )
    expect(kinds('SAME_SIDE')).toBe(count('agreement where agree > 0'))
    expect(kinds('OPPOSITE_SIDE')).toBe(count('agreement where conflict > 0'))
    expect(kinds('SPEAKS_ABOUT')).toBe(
      count(`(select distinct principal_id, entity_id from statement_about
        where review = 'ACCEPTED' and entity_id ${isThere}) as pair`),
    )
    network.forEachEdge((_edge, { kind, weight, affirms, denies, uncommitted, withoutStance }) => {
      if (kind === 'SPEAKS_ABOUT') expect(affirms + denies + uncommitted + withoutStance).toBe(weight)
    })
    network.forEachEdge((_edge, { kind, mutual }) => expect(mutual).toBe(/_SIDE$/.test(String(kind))))
    expect(network.undirectedSize).toBe(0)
  })
})

describe('what an edge tells', () => {
  const world = awkward()

  it.each(formats)('is how often and from when until when: $name', (format, read) => {
    const network = read(written(world.writer, format).text)
    expect(network.getEdgeAttributes('speaks-about:north:band')).toMatchObject({
      ...{ kind: 'SPEAKS_ABOUT', weight: 3, withoutStance: 3, affirms: 0 },
      ...{ firstDay: '2021-01-01', lastDay: '2022-03-04' },
    })
    expect(network.getEdgeAttributes('affiliated:band:north:1')).toMatchObject({
      ...{ role: 'MEMBER', title: "'Guard' & more", firstDay: '2020-01-01', lastDay: '2021-05-31' },
    })
    expect(network.getNodeAttributes('north')).toMatchObject({
      ...{ label: 'North & <South> "so"\n\u{1f600}', type: 'STATE', statements: 3, unnamed: false },
    })
    expect(network.getNodeAttribute('band', 'label')).toBe(']]>')
  })

  it('is a spell of GEXF, unless it would end before it begins', () => {
    const { text } = written(world.writer, gexfFormat)
    expect(text).toContain('mode="dynamic" timeformat="date"')
    const edge = (id: string) => text.split('\n').find((line) => line.startsWith(`<edge id="${id}"`)) ?? ''
    expect(edge('speaks-about:north:band')).toContain('start="2021-01-01" end="2022-03-04"')
    expect(edge('affiliated:band:north:1')).toContain('start="2020-01-01" end="2021-05-31"')
    expect(edge('affiliated:band:north:2')).not.toMatch(/ (start|end)=/)
  })

  it('counts what is proposed nowhere, and says so', () => {
    const proposed = graphs.empty()
    proposed.write(({ actors }) => {
      actors.put({ slug: 'north', name: 'North', type: 'STATE', review: 'PROPOSED' })
    })
    expect(written(proposed.writer, gexfFormat).left).toEqual({ 'proposed actors': 1 })
  })
})
