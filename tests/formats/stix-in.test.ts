import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stixIn } from '../../src/formats/in/stix/stix-in.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { exported } from '../exported.ts'
import { folder, newGraph } from '../graph.ts'
import { fileOf, importForeign } from './imported.ts'

const path = folder()
const newOne = () => newGraph(path)

const id = (type: string, number: number) =>
  `${type}--00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const at = '2020-01-02T03:04:05.678Z'
const sdo = (type: string, number: number, properties: object = {}) => ({
  type,
  spec_version: '2.1',
  id: id(type, number),
  created: at,
  modified: at,
  ...properties,
})
const bundle = (...objects: object[]) => ({ type: 'bundle', id: id('bundle', 1), objects })

const lab = sdo('identity', 1, { name: 'The Lab', identity_class: 'organization' })
const bear = sdo('threat-actor', 2, { name: 'Odd Bear', aliases: ['Strange Bear', 'Odd Bear'] })
const state = sdo('identity', 3, { name: 'Northland', identity_class: 'organization' })
const link = (type: string, from: { id: string }, to: { id: string }, more: object = {}) =>
  sdo('relationship', 9, { relationship_type: type, source_ref: from.id, target_ref: to.id, ...more })
const report = (refs: string[], more: object = {}) =>
  sdo('report', 5, {
    name: 'Odd Bear unmasked',
    published: '2019-12-31T00:00:00Z',
    object_refs: refs,
    ...more,
  })

type Line = Record<string, Record<string, unknown>>
/** The items of a graph by their kinds. */
function itemsOf(graph: ImmediateEngine, kind: string): Record<string, unknown>[] {
  const lines = exported(graph)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
  return lines.flatMap((line) => (line[kind] ? [line[kind]] : []))
}

async function imported(content: unknown, graph: ImmediateEngine = newOne()) {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 1)
  const result = await importForeign(graph, stixIn, fileOf(text, 'json'))
  return { ...result, graph, items: (kind: string) => itemsOf(graph, kind) }
}

describe('objects of STIX', () => {
  it('become actors, places, events and sources', async () => {
    const { items, problems } = await imported(
      bundle(
        ...[lab, bear, state, report([lab.id], { created_by_ref: lab.id })],
        sdo('identity', 40, { name: 'Ministry', sectors: ['government-national'] }),
        sdo('identity', 4, { name: 'Wang Dong', identity_class: 'individual' }),
        sdo('intrusion-set', 6, {
          name: 'Set',
          external_references: [
            { source_name: 'mitre-attack', external_id: 'G0006', url: 'https://a.example' },
          ],
        }),
        sdo('campaign', 7, { name: 'Night Dragon', first_seen: at }),
        sdo('location', 8, { country: 'DE' }),
        sdo('location', 10, { name: 'Hall', region: 'northern-europe', latitude: 60.5, longitude: 20 }),
        sdo('location', 11, { administrative_area: 'UA-14', country: 'UA' }),
      ),
    )
    expect(problems).toEqual([])
    expect(
      items('actor').map(({ name, type, kind, labels, links }) => [name, type, kind, labels, links]),
    ).toEqual(
      expect.arrayContaining([
        ['The Lab', 'ORGANIZATION', 'OTHER', undefined, { stix: lab.id }],
        ['Odd Bear', 'ORGANIZATION', 'OTHER', { und: 'Strange Bear' }, { stix: bear.id }],
        ['Northland', 'ORGANIZATION', 'OTHER', undefined, { stix: state.id }],
        ['Ministry', 'ORGANIZATION', 'GOVERNMENT_BODY', undefined, { stix: id('identity', 40) }],
        ['Wang Dong', 'PERSON', undefined, undefined, { stix: id('identity', 4) }],
        [
          'Set',
          'ORGANIZATION',
          'OTHER',
          undefined,
          { 'mitre-attack': 'G0006', stix: id('intrusion-set', 6) },
        ],
      ]),
    )
    expect(items('event')).toMatchObject([{ name: 'Night Dragon', type: 'OTHER', mode: 'campaign' }])
    expect(items('event')[0]).not.toHaveProperty('when')
    expect(
      items('place')
        .map(({ name, precision, iso3166_2 }) => [name, precision, iso3166_2])
        .sort(),
    ).toEqual([
      ['Germany', 'COUNTRY', undefined],
      ['Hall', 'REGION', undefined],
      ['UA-14', 'REGION', 'UA-14'],
    ])
    expect(items('source')).toMatchObject([
      {
        title: 'Odd Bear unmasked',
        kind: 'REPORT',
        publishedAt: '2019-12-31T00:00:00Z',
        publisher: expect.stringMatching(/^the-lab-/),
      },
    ])
  })

  it('that have no place in the model are counted by what they are', async () => {
    const { left } = await imported(
      bundle(
        ...[bear, { ...lab, contact_information: 'x' }],
        sdo('malware', 1, { name: 'M', is_family: true }),
        sdo('malware', 2, { name: 'N', is_family: true }),
        { type: 'ipv4-addr', spec_version: '2.1', id: id('ipv4-addr', 1), value: '198.51.100.3' },
        sdo('x-odd', 1),
        sdo('identity', 20, { name: 'Banks', identity_class: 'class' }),
        sdo('identity', 21, { name: 'Gone', revoked: true }),
        link('uses', bear, sdo('malware', 1)),
      ),
    )
    expect(left).toEqual({
      'identity.contact_information': 1,
      malware: 2,
      'ipv4-addr': 1,
      'x-odd': 1,
      'identity (of the class class)': 1,
      'identity (revoked)': 1,
      'relationship (uses)': 1,
    })
  })

  it('are told from what every object has in JavaScript', async () => {
    const { left, problems } = await imported(
      bundle(
        ...[lab, bear, sdo('constructor', 1)],
        link('constructor', bear, lab, { created_by_ref: lab.id }),
      ),
    )
    expect(problems).toEqual([])
    expect(left).toEqual({ constructor: 1, 'relationship (constructor)': 1 })
  })

  it.each([
    ['a bundle of 2.0', { ...bundle(lab), spec_version: '2.0' }],
    ['objects without a version', bundle(JSON.parse(JSON.stringify({ ...lab, spec_version: undefined })))],
    ['an envelope of TAXII', { more: false, objects: [lab] }],
    ['a list', [lab]],
    ['a single object', lab],
  ])('are read from %s', async (_, content) => {
    const { items, problems } = await imported(content)
    expect(problems).toEqual([])
    expect(items('actor')).toMatchObject([{ name: 'The Lab' }])
  })

  it('are counted where a bundle has them elsewhere, as drafts of 2.0 did', async () => {
    const { left } = await imported({ type: 'bundle', id: id('bundle', 1), campaigns: [sdo('campaign', 1)] })
    expect(left).toEqual({ 'bundle.campaigns': 1 })
  })

  it('count by their latest version, wherever it stands', async () => {
    const later = { ...lab, modified: '2021-01-01T00:00:00.000Z', name: 'The New Lab' }
    for (const objects of [
      [lab, later],
      [later, lab],
    ]) {
      const { items, left } = await imported(bundle(...objects))
      expect(items('actor')).toMatchObject([{ name: 'The New Lab' }])
      expect(left).toEqual({ 'older or repeated versions of an object': 1 })
    }
  })

  it('are named by the slugs that the graph has for them, and write nothing over', async () => {
    const graph = newOne()
    await imported(bundle(bear), graph)
    const other = { ...lab, name: 'ODD BEAR' }
    const { items } = await imported(bundle(other), graph)
    expect(items('actor')).toMatchObject([{ name: 'Odd Bear', links: { stix: bear.id } }])
  })
})

describe('what somebody says in a bundle', () => {
  const attribution = link('attributed-to', bear, state)

  it('is a claim, and a statement of the report’s author in the report', async () => {
    const { items, left } = await imported(
      bundle(...[lab, bear, state, attribution], report([attribution.id], { created_by_ref: lab.id })),
    )
    expect(left).toEqual({})
    expect(items('claim')).toMatchObject([
      {
        text: 'Odd Bear is attributed to Northland.',
        kind: 'IDENTITY',
        subject: expect.stringMatching(/^odd-bear-/),
      },
    ])
    expect(items('statement')).toMatchObject([
      {
        source: expect.stringMatching(/^odd-bear-unmasked-/),
        speaker: expect.stringMatching(/^the-lab-/),
        stance: 'AFFIRMS',
        certainty: 'CERTAIN',
        quoteType: 'INDIRECT',
      },
    ])
    expect(items('statement')[0]).not.toHaveProperty('saidAt')
  })

  it('is said in the bundle where no report has it', async () => {
    const said = { ...attribution, created_by_ref: lab.id, confidence: 40, description: 'We think so.' }
    const { items } = await imported(bundle(lab, bear, state, said))
    expect(items('source')).toMatchObject([{ title: `STIX bundle ${id('bundle', 1)}`, kind: 'OTHER' }])
    expect(items('statement')).toMatchObject([
      { text: 'We think so.', quoteType: 'DIRECT', certainty: 'PROBABLE', saidAt: at },
    ])
  })

  it('is counted where nobody is known to say it', async () => {
    const { items, left } = await imported(bundle(bear, state, attribution, report([attribution.id])))
    expect(items('claim')).toEqual([])
    expect(left).toEqual({ 'relationship (attributed-to) of which nobody is known to say so': 1 })
  })

  it('is counted where its creator is in no file and not in the graph', async () => {
    const said = { ...attribution, created_by_ref: id('identity', 77) }
    const { problems, left } = await imported(bundle(bear, state, said))
    expect(problems).toEqual([])
    expect(left).toEqual({ 'relationship (attributed-to) of which nobody is known to say so': 1 })
  })

  it('is said by a creator whom an earlier file brought', async () => {
    const graph = newOne()
    await imported(bundle(lab), graph)
    const { items } = await imported(bundle(bear, state, { ...attribution, created_by_ref: lab.id }), graph)
    expect(items('statement')).toMatchObject([{ speaker: expect.stringMatching(/^the-lab-/) }])
  })

  it.each([
    ['strongly-agree', 'AFFIRMS', 'CERTAIN'],
    ['agree', 'AFFIRMS', 'PROBABLE'],
    ['neutral', 'UNCOMMITTED', 'POSSIBLE'],
    ['disagree', 'DENIES', 'PROBABLE'],
    ['strongly-disagree', 'DENIES', 'CERTAIN'],
  ])('an opinion %s on a relationship is %s, %s', async (opinion, stance, certainty) => {
    const { items } = await imported(
      bundle(
        ...[lab, bear, state, attribution],
        sdo('opinion', 30, {
          opinion,
          explanation: 'Why.',
          object_refs: [attribution.id],
          created_by_ref: lab.id,
        }),
      ),
    )
    expect(items('statement')).toMatchObject([{ text: 'Why.', stance, certainty, saidAt: at }])
  })

  it('a note is what its creator says about things', async () => {
    const note = sdo('note', 31, {
      content: 'Beware.',
      object_refs: [bear.id, id('malware', 1)],
      created_by_ref: lab.id,
    })
    const { items } = await imported(bundle(lab, bear, note))
    expect(items('statement')).toMatchObject([
      { text: 'Beware.', quoteType: 'DIRECT', about: [expect.stringMatching(/^odd-bear-/)] },
    ])
    expect(items('statement')[0]).not.toHaveProperty('claim')
  })

  it('changes nothing when it is imported again', async () => {
    const content = bundle(
      ...[lab, bear, state, attribution, report([attribution.id], { created_by_ref: lab.id })],
      sdo('campaign', 7, { name: 'Night Dragon' }),
    )
    const { graph } = await imported(content)
    const before = exported(graph)
    await imported(content, graph)
    expect(exported(graph)).toBe(before)
  })
})

describe('a file in which something is wrong', () => {
  const good = JSON.stringify(bundle(lab, bear, state), null, 1)

  it.each<[string, string | Uint8Array, RegExp]>([
    ['is cut short', good.slice(0, 700), /:\d+:\d+ .*is not whole/],
    [
      'has a comma too many',
      good.replace('"name": "Odd Bear",', '"name": "Odd Bear",,'),
      /:20:\d+ .*is not JSON: ","/,
    ],
    [
      'has a key twice',
      good.replace('"name": "Odd Bear",', '"name": "Odd Bear",\n"name": "X",'),
      /:21:1 "name": is a key that/,
    ],
    [
      'is in another encoding',
      Buffer.from(good.replace('Odd', 'Öd'), 'latin1'),
      /:20:1 is not text in UTF-8/,
    ],
    [
      'has a number for a name',
      good.replace('"name": "Odd Bear"', '"name": 5'),
      /:20:\d+ objects\[1\]\.name 5: should be a text/,
    ],
    [
      'has an object without an id',
      good.replace(`"id": "${bear.id}",`, ''),
      /objects\[1\].*should be an id of STIX/,
    ],
    [
      'has an id of another type',
      good.replace(bear.id, id('malware', 3)),
      /objects\[1\]\.id .*should be an id of STIX: threat-actor--/,
    ],
    [
      'has one id for two objects',
      good.replace(state.id, lab.id),
      /objects\[2\]\.id .*another object at line 5/,
    ],
    ['has NUL in a text', good.replace('Odd Bear', 'Odd\\u0000'), /:20:\d+ .*has the character NUL/],
    ['has half of a character', good.replace('Odd Bear', 'Odd\\ud800'), /half of a surrogate pair/],
    ['is nested without end', `${'{"a":['.repeat(50_000)}${']}'.repeat(50_000)}`, /is nested too deeply/],
    [
      'has no list of objects',
      '{"type":"bundle","id":"bundle--1","objects":{}}',
      /should be a list of objects/,
    ],
    ['is no object', '"bundle"', /is no STIX/],
    ['is empty', ' ', /is empty/],
  ])('%s: it says where, and writes nothing', async (_, content, problem) => {
    const graph = newOne()
    const before = exported(graph)
    const { problems, summary } = await importForeign(graph, stixIn, fileOf(content, 'json'))
    expect(summary).toBeNull()
    expect(problems[0]).toMatch(problem)
    expect(exported(graph)).toBe(before)
  })
})

describe('which files are STIX', () => {
  const recognizes = (text: string, name = 'a.json') =>
    stixIn.recognizes({ name, text, bytes: Buffer.from(text) })

  it('is told by what they begin with', () => {
    expect(recognizes(JSON.stringify(bundle(lab)))).toBe(true)
    expect(recognizes(JSON.stringify(lab, null, 2))).toBe(true)
    expect(recognizes('{}', 'a.stix.json')).toBe(true)
    expect(recognizes('{"hearsay": 1, "actors": []}')).toBe(false)
    expect(recognizes('{"type": "threat-actor", "uuid": "1", "values": []}')).toBe(false)
    expect(recognizes('type: bundle\nid: bundle--1')).toBe(false)
  })
})

const shared = new URL('../../../shared/data/stix/examples', import.meta.url).pathname
if (!existsSync(shared)) console.warn(`${shared} is not there: real bundles are not read.`)

describe.skipIf(!existsSync(shared))('real bundles', () => {
  it.each([
    ['apt1', { actors: 10, events: 0, sources: 1, claims: 0 }],
    ['poisonivy', { actors: 1, events: 3, sources: 1, claims: 0 }],
  ])('%s is read, and again without a change', async (name, counts) => {
    const text = readFileSync(`${shared}/${name}.json`, 'utf8')
    const { problems, left, items, graph } = await imported(text)
    if (process.env.SHOW) console.log(name, left)
    expect(problems).toEqual([])
    expect({
      actors: items('actor').length,
      events: items('event').length,
      sources: items('source').length,
      claims: items('claim').length,
    }).toEqual(counts)
    const before = exported(graph)
    await imported(text, graph)
    expect(exported(graph)).toBe(before)
  })
})
