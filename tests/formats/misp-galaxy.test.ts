import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mispGalaxyIn } from '../../src/formats/in/misp/misp-galaxy-in.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { exported } from '../exported.ts'
import { folder, newGraph } from '../graph.ts'
import { fileOf, importForeign, itemsIn } from './imported.ts'

const path = folder()

const actor = (value: string, meta: object = {}, more: object = {}) => ({
  description: `About ${value}.`,
  meta,
  uuid: `00000000-0000-4000-8000-${Buffer.from(value.padEnd(6)).toString('hex').slice(0, 12)}`,
  value,
  ...more,
})
const galaxy = (...values: object[]) => ({
  authors: ['A. Author', 'Various'],
  category: 'actor',
  name: 'Threat Actor',
  source: 'MISP Project',
  type: 'threat-actor',
  uuid: '7cdff317-a673-4474-84ec-4f1754947823',
  values,
  version: 3,
})

async function imported(content: unknown, graph: ImmediateEngine = newGraph(path)) {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 1)
  const result = await importForeign(graph, mispGalaxyIn, fileOf(text, 'json'))
  return { ...result, graph, items: itemsIn(graph) }
}

describe('a threat actor of a galaxy', () => {
  it('is an organization with its other names', async () => {
    const { items, left, problems } = await imported(
      galaxy(
        actor('Odd Bear', {
          synonyms: ['Strange Bear', 'Odd Bear', 'Strange Bear'],
          refs: ['https://a.example'],
        }),
      ),
    )
    expect(problems).toEqual([])
    expect(items('actor')).toMatchObject([
      {
        name: 'Odd Bear',
        type: 'ORGANIZATION',
        kind: 'OTHER',
        description: 'About Odd Bear.',
        labels: { und: 'Strange Bear' },
        links: { misp: actor('Odd Bear').uuid },
      },
    ])
    expect(left).toEqual({ 'meta.refs': 1 })
    expect([items('source'), items('claim')]).toEqual([[], []])
  })

  it('is attributed to a state by whoever keeps the galaxy, as a claim', async () => {
    const { items } = await imported(
      galaxy(
        actor('Odd Bear', { country: 'RU', 'attribution-confidence': '80' }),
        actor('Even Bear', { country: 'RU', 'cfr-suspected-state-sponsor': 'Russian Federation' }),
      ),
    )
    expect(items('source')).toMatchObject([
      { title: 'MISP galaxy: Threat Actor, version 3', author: 'A. Author, Various', kind: 'OTHER' },
    ])
    expect(
      items('claim')
        .map(({ text, kind }) => [text, kind])
        .sort(),
    ).toEqual([
      ['Even Bear is attributed to Russia.', 'IDENTITY'],
      ['Odd Bear is attributed to Russia.', 'IDENTITY'],
      ['Russia sponsors Even Bear.', 'SUPPORT'],
    ])
    expect(items('statement').map(({ text, speaker, certainty }) => [text, speaker, certainty])).toEqual([
      ['Odd Bear is attributed to Russia.', 'misp-project', 'CERTAIN'],
      ['Even Bear is attributed to Russia.', 'misp-project', 'PROBABLE'],
      ['Russia sponsors Even Bear.', 'misp-project', 'POSSIBLE'],
    ])
    expect(items('actor').filter(({ type }) => type === 'STATE')).toMatchObject([
      { slug: 'state-ru', name: 'Russia', iso3166: 'RU' },
    ])
  })

  it('has more that is counted', async () => {
    const related = [{ 'dest-uuid': 'x', type: 'similar', tags: [] }]
    const { left } = await imported(
      galaxy(
        actor(
          'Odd Bear',
          { country: '', 'origin:A': 'b', 'origin:B': 'c', 'cfr-suspected-state-sponsor': 'Unknown' },
          { related },
        ),
      ),
    )
    expect(left).toEqual({
      'meta.origin: …': 2,
      'meta.country that is no state’s': 1,
      'meta.cfr-suspected-state-sponsor that is no state’s': 1,
      'related (similar)': 1,
    })
  })

  it('that the graph has under a name of its own is not written over', async () => {
    const graph = newGraph(path)
    await imported(galaxy(actor('Odd Bear')), graph)
    const again = galaxy({ ...actor('ODD BEAR', { country: 'RU' }), uuid: 'other', description: 'Else.' })
    const { items } = await imported(again, graph)
    const bears = items('actor').filter(({ name }) => /bear/i.test(String(name)))
    expect(bears).toMatchObject([{ name: 'Odd Bear', description: 'About Odd Bear.' }])
    expect(items('claim')).toMatchObject([{ subject: bears[0]?.slug }])
  })

  it('is told again by a later version of the file, and the same file changes nothing', async () => {
    const { graph } = await imported(galaxy(actor('Odd Bear', { country: 'RU' })))
    const later = galaxy(actor('Odd Bear', { country: 'RU' }, { description: 'New.' }))
    const { items } = await imported(later, graph)
    expect(items('actor')).toEqual(expect.arrayContaining([expect.objectContaining({ description: 'New.' })]))
    const before = exported(graph)
    await imported(later, graph)
    expect(exported(graph)).toBe(before)
  })
})

describe('a file in which something is wrong', () => {
  const good = JSON.stringify(galaxy(actor('Odd Bear'), actor('Even Bear')), null, 1)
  const tool = { ...galaxy(actor('Odd Tool')), type: 'tool', category: 'tool' }

  it.each([
    ['is cut short', good.slice(0, -40), /:\d+:\d+ .*is not whole/],
    [
      'has one threat actor twice',
      JSON.stringify(galaxy(actor('Odd Bear'), actor('Odd Bear')), null, 1),
      /:22:\d+ values\[1\]\.value "Odd Bear": is taken by an actor already, at .*:16/,
    ],
    [
      'has a value that is no text',
      good.replace('"value": "Even Bear"', '"value": 7'),
      /:\d+:\d+ values\[1\]\.value 7: should be a text/,
    ],
    [
      'has a threat actor that is a text',
      JSON.stringify(galaxy('Odd Bear' as never)),
      /values\[0\] "Odd Bear": should be a threat actor/,
    ],
    ['is of tools', JSON.stringify(tool), /type "tool": is a cluster of something else/],
    ['has no values', JSON.stringify({ ...galaxy(), values: 'x' }), /values "x": should be a list/],
  ])('%s: it says where, and writes nothing', async (_, content, problem) => {
    const graph = newGraph(path)
    const before = exported(graph)
    const { problems, summary } = await importForeign(graph, mispGalaxyIn, fileOf(content, 'json'))
    expect(summary).toBeNull()
    expect(problems[0]).toMatch(problem)
    expect(exported(graph)).toBe(before)
  })
})

const shared = new URL('../../../shared/data/actors/threat-actor.json', import.meta.url).pathname
if (!existsSync(shared)) console.warn(`${shared} is not there: the real galaxy is not read.`)

describe.skipIf(!existsSync(shared))('the real galaxy', () => {
  it('is recognized, read, and again without a change', async () => {
    const text = readFileSync(shared, 'utf8')
    expect(
      mispGalaxyIn.recognizes({ name: 'a.json', text: text.slice(0, 60_000), bytes: Buffer.from('') }),
    ).toBe(true)
    const { problems, left, items, graph } = await imported(text)
    if (process.env.SHOW) console.log(left)
    expect(problems).toEqual([])
    expect(items('actor').filter(({ type }) => type === 'ORGANIZATION')).toHaveLength(1041 + 1)
    if (process.env.SHOW) console.log(items('claim').length, items('statement').length, items('actor').length)
    const { summary } = await imported(text, graph)
    expect(summary?.actors).toMatchObject({ created: 0, updated: 0 })
    expect(summary?.statements).toMatchObject({ created: 0, updated: 0 })
  })
})
