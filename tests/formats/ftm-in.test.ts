import { describe, expect, it } from 'vitest'
import { ftmIn } from '../../src/formats/in/ftm/ftm-in.ts'
import { ftmOut } from '../../src/formats/out/ftm/ftm-format.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { exported } from '../exported.ts'
import { folder, newGraph } from '../graph.ts'
import { everyField, seed, worlds } from '../graph-fixture.ts'
import { fileOf, importForeign, itemsIn, type Line } from './imported.ts'
import { written } from './written.ts'

const { of } = worlds()
const path = folder()

type Entity = object
const entity = (id: string, schema: string, properties: object, more: object = {}): Entity => ({
  id,
  schema,
  properties,
  ...more,
})
const linesOf = (...entities: Entity[]) => entities.map((one) => JSON.stringify(one)).join('\n')

const vera = entity('Q7747', 'Person', {
  name: ['Vera Vane', 'Вера Вейн'],
  alias: ['V. V.'],
  birthDate: ['1950'],
})
const party = entity('NK-aB', 'Organization', { name: ['The Party'], wikidataId: ['Q42'] })
const member = entity('m-1', 'Membership', {
  member: ['Q7747'],
  organization: ['NK-aB'],
  role: ['treasurer'],
  startDate: ['2001-05'],
})

async function imported(
  content: string | Uint8Array,
  graph: ImmediateEngine = newGraph(path),
  ending = 'json',
) {
  const result = await importForeign(graph, ftmIn, fileOf(content, ending))
  return { ...result, graph, items: itemsIn(graph) }
}

describe('entities of FollowTheMoney', () => {
  it('become actors with what they belong to, wherever the edges stand', async () => {
    for (const entities of [
      [member, vera, party],
      [party, vera, member],
    ]) {
      const { items, left, problems } = await imported(linesOf(...entities))
      expect(problems).toEqual([])
      expect(left).toEqual({ 'Person.birthDate': 1 })
      const [theParty] = items('actor').filter(({ name }) => name === 'The Party')
      expect(theParty).toMatchObject({
        type: 'ORGANIZATION',
        kind: 'OTHER',
        links: { ftm: 'NK-aB', wikidata: 'Q42' },
      })
      expect(items('actor').filter(({ name }) => name === 'Vera Vane')).toMatchObject([
        {
          slug: expect.stringMatching(/^vera-vane-[0-9a-f]{8}$/),
          type: 'PERSON',
          labels: { und: ['Вера Вейн', 'V. V.'] },
          links: { ftm: 'Q7747' },
          affiliations: [
            { organization: theParty?.slug, role: 'MEMBER', title: 'treasurer', from: '2001-05' },
          ],
        },
      ])
    }
  })

  it('are tied to all that an edge names, and by the ids from which they were put together', async () => {
    const both = entity('m-2', 'Membership', {
      member: ['old-1', 'Q9'],
      organization: ['NK-aB', 'old-2', 'NK-c'],
    })
    const { items, problems } = await imported(
      linesOf(
        both,
        { ...vera, referents: ['old-1'] },
        entity('Q9', 'Person', { name: ['Ed'] }),
        { ...party, referents: ['old-2'] },
        entity('NK-c', 'Organization', { name: ['The Club'] }),
      ),
    )
    expect(problems).toEqual([])
    const slugs = ['The Party', 'The Club'].map(
      (name) => items('actor').find((one) => one.name === name)?.slug,
    )
    for (const name of ['Vera Vane', 'Ed'])
      expect(items('actor').find((one) => one.name === name)?.affiliations).toEqual(
        slugs.map((organization) => ({ organization, role: 'MEMBER' })),
      )
  })

  it('become sources and events', async () => {
    const { items, left, problems } = await imported(
      linesOf(
        vera,
        entity('doc', 'Article', {
          ...{ title: ['A day'], author: ['A', 'B'], publisher: ['Vera Vane'], language: ['eng'] },
          ...{ publishedAt: ['2023-05-24T10'], bodyText: ['Words.'], sourceUrl: ['https://a.example/1'] },
        }),
        entity('copy', 'PlainText', { fileName: ['a.txt'], bodyText: ['Words.'], date: ['2020'] }),
        entity('fair', 'Event', {
          name: ['The fair'],
          startDate: ['2020'],
          endDate: ['2021-02'],
          involved: ['Q7747', 'x'],
        }),
      ),
    )
    expect(problems).toEqual([])
    expect(left).toEqual({
      'Person.birthDate': 1,
      'PlainText.bodyText that another has as well': 1,
      'PlainText.date': 1,
    })
    expect(items('source')).toMatchObject([
      {
        ...{ title: 'A day', kind: 'ARTICLE', author: 'A, B', language: 'en', publishedAt: '2023-05-24' },
        ...{ text: 'Words.', url: 'https://a.example/1', publisher: expect.stringMatching(/^vera-vane-/) },
      },
      { title: 'a.txt', kind: 'OTHER' },
    ])
    expect(items('event')).toMatchObject([
      { name: 'The fair', type: 'OTHER', when: '2020/2021-02', participants: [{ role: 'PARTY' }] },
    ])
  })

  it('hold offices by way of positions', async () => {
    const { items } = await imported(
      linesOf(
        entity('o-1', 'Occupancy', { holder: ['Q7747'], post: ['p-1'], endDate: ['2010'] }),
        entity('p-1', 'Position', { name: ['Treasurer of the Party'], organization: ['NK-aB'] }),
        ...[vera, party],
      ),
    )
    expect(items('actor').find(({ type }) => type === 'PERSON')).toMatchObject({
      affiliations: [{ role: 'OFFICIAL', title: 'Treasurer of the Party', until: '2010' }],
    })
  })

  it('that have no place are counted by their schemas', async () => {
    const { left } = await imported(
      linesOf(
        entity('s', 'Sanction', { entity: ['Q7747'] }, { datasets: ['us_ofac'], first_seen: '2020' }),
        entity('f', 'Family', { person: ['Q7747'], relative: ['x'] }),
        entity('l', 'UnknownLink', { subject: ['Q7747'], object: ['NK-aB'], role: ['knows'] }),
        entity('m', 'Membership', { member: ['nobody'], organization: ['NK-aB'] }),
        entity('a', 'Address', { full: ['1 High Street'] }),
        entity('n', 'LegalEntity', { phone: ['+1'] }),
      ),
    )
    expect(left).toEqual({
      ...{ Sanction: 1, Family: 1, UnknownLink: 1, Address: 1, datasets: 1, first_seen: 1 },
      ...{ 'Membership of what is not in the file': 1, 'LegalEntity without a name': 1 },
    })
  })

  it('count where they stand by themselves, and not within another', async () => {
    const within = entity('doc', 'Note', { entity: [entity('Q7747', 'Person', { name: ['V'] })] })
    for (const entities of [
      [within, vera],
      [vera, within],
    ]) {
      const { items, problems } = await imported(linesOf(...entities))
      expect(problems).toEqual([])
      expect(items('actor')).toMatchObject([{ name: 'Vera Vane' }])
    }
  })

  it('of which more is said than is read are counted by what is not', async () => {
    const again = { ...member, id: 'm-2' }
    const other = entity('m-3', 'Membership', {
      member: ['Q7747', 'NK-aB'],
      organization: ['NK-aB'],
      startDate: ['long ago', '2001'],
    })
    const { left, problems, items } = await imported(linesOf(vera, party, member, again, other))
    expect(problems).toEqual([])
    expect(left).toEqual({
      'Person.birthDate': 1,
      'Membership.startDate after the first': 1,
      'Membership.startDate that is no date': 1,
    })
    expect(items('actor').find(({ type }) => type === 'PERSON')?.affiliations).toHaveLength(2)
  })

  it.each([
    ['a list', JSON.stringify([vera, party, member])],
    ['a list over several lines', JSON.stringify([vera, party, member], null, 2)],
    [
      'lines that end as on Windows, with an empty one',
      linesOf(vera, party, member).replaceAll('\n', '\r\n\r\n'),
    ],
    ['lines after a byte order mark', `\ufeff${linesOf(vera, party, member)}`],
    [
      'entities within each other',
      linesOf(
        entity('Q7747', 'Person', {
          name: ['Vera Vane'],
          memberships: [{ ...member, properties: { member: ['Q7747'], organization: [party] } }],
        }),
      ),
    ],
  ])('are read from %s', async (_, content) => {
    const { items, problems } = await imported(content)
    expect(problems).toEqual([])
    expect(
      items('actor')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['The Party', 'Vera Vane'])
    expect(items('actor').find(({ type }) => type === 'PERSON')).toHaveProperty('affiliations')
  })

  it('change nothing when they are imported again, and are told again when they changed', async () => {
    const { graph } = await imported(linesOf(member, vera, party))
    const before = exported(graph)
    await imported(linesOf(member, vera, party), graph)
    expect(exported(graph)).toBe(before)
    const { items } = await imported(
      linesOf(entity('NK-aB', 'Organization', { name: ['The New Party'] })),
      graph,
    )
    expect(items('actor').map(({ name }) => name)).toContain('The New Party')
  })

  it('that the graph knows by an identifier are not written over', async () => {
    const { graph } = await imported(linesOf(party))
    const other = entity('other', 'Company', { name: ['Else'], wikidataId: ['Q42'] })
    const { items } = await imported(linesOf(other), graph)
    expect(items('actor')).toMatchObject([{ name: 'The Party' }])
  })
})

describe('what was written as FollowTheMoney', () => {
  const kept = ({ slug, type, kind, name, iso3166 }: Record<string, unknown>) => ({
    slug,
    type,
    kind,
    name,
    iso3166,
  })
  const actorsOf = (graph: ImmediateEngine) =>
    exported(graph)
      .trim()
      .split('\n')
      .flatMap((line) => {
        const { actor } = JSON.parse(line) as Line
        return actor && actor.review !== 'PROPOSED' ? [kept(actor)] : []
      })

  it.each([seed, everyField])('of %s comes back: actors, places, events and sources', async (file) => {
    const { writer } = of(file)
    const { graph, problems, items } = await imported(written(writer, ftmOut).text)
    expect(problems).toEqual([])
    expect(actorsOf(graph)).toEqual(actorsOf(writer))
    const slugsIn = (one: ImmediateEngine, kind: string) =>
      exported(one)
        .trim()
        .split('\n')
        .flatMap((line) => (JSON.parse(line) as Line)[kind]?.slug ?? [])
    for (const kind of ['place', 'event', 'source'])
      expect(slugsIn(graph, kind)).toEqual(slugsIn(writer, kind))
    expect(items('statement')).toEqual([])
  })

  it('writes nothing over where the graph has it', async () => {
    const { writer } = of(everyField)
    const before = exported(writer)
    const { problems } = await imported(written(writer, ftmOut).text, writer)
    expect(problems).toEqual([])
    expect(exported(writer)).toBe(before)
  })
})

describe('a file in which something is wrong', () => {
  const many = Array.from({ length: 60 }, (_, index) =>
    JSON.stringify(entity(`id-${index}`, 'Person', { name: [`P ${index}`] })),
  )
  const withLine = (number: number, line: string) => many.toSpliced(number - 1, 1, line).join('\n')

  it.each<[string, string | Uint8Array, RegExp]>([
    ['is cut short', many.join('\n').slice(0, -10), /:60:\d+ .*is not whole/],
    [
      'has a line that is not JSON',
      withLine(50, '{"id": "x", "schema": Person}'),
      /:50:23 is not JSON: "Person}" cannot/,
    ],
    [
      'has a key twice',
      withLine(50, '{"id": "x", "id": "y", "schema": "Person"}'),
      /:50:13 "id": is a key that/,
    ],
    [
      'has a number for a value',
      withLine(50, '{"id":"x","schema":"Person","properties":{"name":["a",5]}}'),
      /:50:\d+ properties\.name\[1\] 5: should be a text/,
    ],
    [
      'has no schema',
      withLine(50, '{"id":"x","properties":{}}'),
      /:50:1 schema: should be a text, such as Person/,
    ],
    ['has a text for an entity', withLine(50, '"x"'), /:50:1 "x": should be an entity/],
    [
      'has an id twice',
      withLine(50, '{"id":"id-3","schema":"Person","properties":{"name":["Other"]}}'),
      /:50:2 id "id-3": is an entity already, at line 4/,
    ],
    [
      'has NUL in a name',
      withLine(50, '{"id":"x","schema":"Person","properties":{"name":["a\\u0000b"]}}'),
      /:50:\d+ properties\.name.*has the character NUL/,
    ],
    [
      'is in another encoding',
      Buffer.from(withLine(50, '{"id":"Ö","schema":"Person"}'), 'latin1'),
      /:50:1 is not text in UTF-8/,
    ],
    [
      'is nested without end',
      withLine(50, `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
      /:50:1 is nested too deeply/,
    ],
    [
      'has a list that is not whole',
      JSON.stringify([vera, party], null, 1).slice(0, -20),
      /:\d+:\d+ is not whole/,
    ],
  ])('%s: it says where, and writes nothing', async (_, content, problem) => {
    const graph = newGraph(path)
    const before = exported(graph)
    const { problems, summary } = await imported(content, graph)
    expect(summary).toBeNull()
    expect(problems[0]).toMatch(problem)
    expect(exported(graph)).toBe(before)
  })
})
