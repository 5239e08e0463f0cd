import { describe, expect, it } from 'vitest'
import { NotFoundError } from '../src/values/errors.ts'
import { type Answer, dispute, worlds } from './graph-fixture.ts'

const world = worlds().of(dispute)

function kept(filter: string, more = ''): string[] {
  const { actors } = world.ask(`{ actors(filter: { ${filter} } ${more}) { totalCount nodes { slug } } }`)
  expect(actors.totalCount).toBe(actors.nodes.length)
  return actors.nodes.map(({ slug }: Answer) => slug)
}
const one = (slug: string, fields: string): Answer =>
  world.ask(`{ actor(id: "${slug}") { ${fields} } }`).actor
const orgs = (rows: readonly Answer[]) => rows.map(({ organization }) => organization.slug)

describe('an actor', () => {
  it('is asked for by its id or its slug', () => {
    const { id } = one('anna-muller', 'id')
    expect(id).toMatch(/^actor_\d+$/)
    expect(one(id, 'slug').slug).toBe('anna-muller')
  })

  it('is null by the name of nobody, of another kind of node, or of nothing at all', () => {
    const place = world.ask('{ place(id: "lviv") { id } }').place.id
    for (const id of [
      'nobody',
      'actor_99999',
      'lviv',
      place,
      place.replace('place', 'actor'),
      '',
      'actor_1 ',
    ])
      expect(world.ask('query ($id: ID!) { actor(id: $id) { id } }', { id }).actor).toBeNull()
  })

  it.each([
    ['arland', 'State', '... on State { iso3166 }', { iso3166: 'AR' }],
    ['ministry', 'Organization', '... on Organization { kind }', { kind: 'GOVERNMENT_BODY' }],
    [
      'riders',
      'ArmedGroup',
      '... on ArmedGroup { allegiance { slug } }',
      { allegiance: { slug: 'borland' } },
    ],
    ['daily', 'MediaOutlet', '... on MediaOutlet { reliability }', { reliability: 'B' }],
    ['herald', 'MediaOutlet', '... on MediaOutlet { reliability }', { reliability: null }],
    [
      'anna-muller',
      'Person',
      '... on Person { offices { title } }',
      { offices: [{ title: 'Spokeswoman' }, { title: 'Envoy' }] },
    ],
  ])('%s is a %s', (slug, type, fields, expected) => {
    expect(one(slug, `__typename ${fields}`)).toEqual({ __typename: type, ...expected })
  })

  it('is named in the language asked for: the preferred name, or else the usual one', () => {
    const names = one(
      'anna-muller',
      'name uk: name(lang: "uk") de: name(lang: "de") fr: name(lang: "fr") none: name(lang: "")',
    )
    expect(names).toEqual({
      name: 'Anna Müller',
      uk: 'Ганна Мюллер',
      de: 'Anna Müller',
      fr: 'Anna Müller',
      none: 'Anna Müller',
    })
  })

  it.each([
    ['UK', 'Ганна Мюллер'],
    ['Uk', 'Ганна Мюллер'],
    ['uk-UA', 'Ганна Мюллер'],
    ['uk-Cyrl-UA', 'Ганна Мюллер'],
    ['UK-ua-x-private', 'Ганна Мюллер'],
    [`uk${'-x'.repeat(100_000)}`, 'Ганна Мюллер'],
    ['ukr', 'Anna Müller'],
    ['u', 'Anna Müller'],
    ['de-uk', 'Anna Müller'],
    ['-', 'Anna Müller'],
    ['-uk', 'Anna Müller'],
  ])('is found a name for the language tag %.20s: %s', (lang, name) => {
    expect(one('anna-muller', `name(lang: ${JSON.stringify(lang)})`)).toEqual({ name })
  })

  it('has all its names, and its identifiers with where they lead', () => {
    const { labels, links } = one('anna-muller', 'labels { lang text preferred } links { scheme value url }')
    expect(labels).toEqual(
      expect.arrayContaining([
        { lang: 'uk', text: 'Ганна Мюллер', preferred: true },
        { lang: 'uk', text: 'Анна Мюллер', preferred: false },
      ]),
    )
    expect(links).toEqual([{ scheme: 'wikidata', value: 'Q1', url: 'https://www.wikidata.org/wiki/Q1' }])
  })

  it('has affiliations, at a time those that may have held', () => {
    const at = (date: string) =>
      orgs(one('anna-muller', `affiliations(at: "${date}") { organization { slug } }`).affiliations)
    expect(orgs(one('anna-muller', 'affiliations { organization { slug } }').affiliations)).toEqual([
      'ministry',
      'arland',
      'arland',
    ])
    expect(at('2019')).toEqual(['arland'])
    expect(at('2021')).toEqual(['ministry', 'arland'])
    expect(at('2022')).toEqual(['ministry', 'arland', 'arland'])
    expect(at('2023/..')).toEqual(['arland', 'arland'])
  })

  it('has affiliates, by role', () => {
    const { affiliates } = one('arland', 'affiliates { actor { slug } role title from until }')
    expect(affiliates).toHaveLength(3)
    expect(affiliates).toContainEqual({
      actor: { slug: 'anna-muller' },
      role: 'OFFICIAL',
      title: 'Envoy',
      from: '2022-07',
      until: null,
    })
    const official = one(
      'arland',
      'affiliates(role: OFFICIAL) { actor { slug } } before: affiliates(role: OFFICIAL, at: "2022-01") { title }',
    )
    expect(official).toEqual({ affiliates: [{ actor: { slug: 'anna-muller' } }], before: [] })
  })

  it('holds offices at a time', () => {
    expect(
      one('anna-muller', '... on Person { offices(at: "2022-08") { title role organization { slug } } }')
        .offices,
    ).toEqual([{ title: 'Envoy', role: 'OFFICIAL', organization: { slug: 'arland' } }])
  })

  it('takes part in events, by role', () => {
    const fields = '{ totalCount nodes { role event { slug } actor { slug } } }'
    const { all, targets } = one(
      'arland',
      `all: participations ${fields} targets: participations(role: TARGET) ${fields}`,
    )
    expect(all.totalCount).toBe(2)
    expect(targets).toEqual({
      totalCount: 1,
      nodes: [{ role: 'TARGET', event: { slug: 'raid' }, actor: { slug: 'arland' } }],
    })
  })

  it('says things itself; others say things on its behalf, and about it', () => {
    const list = '{ totalCount nodes { slug } }'
    const { said, about } = one('arland', `said: statements ${list} about: statementsAbout ${list}`)
    expect(said).toEqual({ totalCount: 1, nodes: [{ slug: 'arland-accuses' }] })
    expect(about).toEqual({ totalCount: 1, nodes: [{ slug: 'borland-denies' }] })
  })

  it('says and is spoken about within a filter', () => {
    const fields = `
      statements(filter: { stance: [AFFIRMS] }) { totalCount nodes { slug } }
      statementsAbout(filter: { onBehalfOf: ["arland"] }) { totalCount }`
    expect(one('borland', fields)).toEqual({
      statements: { totalCount: 1, nodes: [{ slug: 'leaflet-ten' }] },
      statementsAbout: { totalCount: 2 },
    })
  })

  it('shows proposals only when it is asked for them', () => {
    const fields = 'statements(filter: { review: [PROPOSED] }) { totalCount nodes { slug } }'
    expect(one('borland', fields).statements).toEqual({ totalCount: 1, nodes: [{ slug: 'proposed' }] })
    expect(one('herald', 'statements { totalCount nodes { slug } }').statements.totalCount).toBe(0)
  })

  it('speaks about others, most often first', () => {
    const { speaksAbout } = one('riders', 'speaksAbout { actor { slug } entity { slug } statements }')
    expect(speaksAbout.map(({ entity, statements }: Answer) => [entity.slug, statements]).sort()).toEqual([
      ['lviv', 1],
      ['raid', 1],
      ['riders', 1],
    ])
    const { spokenAboutBy } = one('borland', 'spokenAboutBy { actor { slug } statements }')
    expect(spokenAboutBy.map(({ actor }: Answer) => actor.slug).sort()).toEqual([
      'arland',
      'borland',
      'ministry',
    ])
    expect(one('borland', 'spokenAboutBy(first: 1) { statements }').spokenAboutBy).toHaveLength(1)
    expect(
      world.refusal('{ actor(id: "riders") { speaksAbout(first: 501) { statements } } }').argument,
    ).toEqual(['first'])
  })

  it('publishes, latest first', () => {
    const { sources } = one('daily', '... on MediaOutlet { sources { totalCount nodes { slug } } }')
    expect(sources).toEqual({ totalCount: 1, nodes: [{ slug: 'daily-may' }] })
  })
})

describe('actors', () => {
  it('come by name, whatever the case, or by how much they say', () => {
    expect(kept('').slice(0, 4)).toEqual(['anna-muller', 'arland', 'borland', 'herald'])
    const [first] = kept('', 'orderBy: STATEMENTS_DESC')
    expect(['anna-muller', 'borland', 'riders']).toContain(first)
    expect(kept('', 'orderBy: STATEMENTS_DESC').sort()).toEqual(kept('').sort())
  })

  it.each([
    ['types: [STATE]', ['arland', 'borland']],
    ['types: [STATE, PERSON]', ['anna-muller', 'arland', 'borland']],
    ['types: []', []],
    ['name: "muller"', ['anna-muller']],
    ['name: "мюллер"', ['anna-muller']],
    ['name: "emile"', ['herald']],
    ['name: "ar*", types: [STATE]', ['arland']],
    ['name: "\\""', []],
    ['affiliatedWith: ["arland"]', ['anna-muller', 'ministry']],
    ['affiliatedWith: ["arland", "ministry"], types: [PERSON]', ['anna-muller']],
  ])('are filtered: { %s }', (filter, slugs) => {
    expect(kept(filter)).toEqual(slugs)
    expect(kept(filter, 'orderBy: STATEMENTS_DESC').sort()).toEqual([...slugs].sort())
  })

  it('are not found by affiliation with nobody', () => {
    const refusal = world.refusal(
      '{ actors(filter: { affiliatedWith: ["arland", "aarland"] }) { totalCount } }',
    )
    expect(refusal).toBeInstanceOf(NotFoundError)
    expect(refusal.argument).toEqual(['filter', 'affiliatedWith', 1])
    expect((refusal as NotFoundError).nearest).toContain('arland')
    expect(refusal.message).toContain('arland')
  })
})

describe('nodes', () => {
  it('of any kind are asked for by ids and slugs, in their order, null for nobody', () => {
    const { nodes } = world.ask(
      '{ nodes(ids: ["lviv", "nobody", "arland", "raid", "daily-may", "ten-killed", "statement_1", "assessment_1", "lviv"]) { __typename id } }',
    )
    expect(nodes.map((node: Answer) => node?.__typename ?? null)).toEqual([
      'Place',
      null,
      'State',
      'Event',
      'Source',
      'Claim',
      'Statement',
      'Assessment',
      'Place',
    ])
    for (const { id, __typename } of nodes.filter(Boolean))
      expect(world.ask(`{ node(id: "${id}") { id __typename } }`).node).toEqual({ id, __typename })
  })

  it('of an id that names the wrong kind there are none', () => {
    const { id } = one('arland', 'id')
    expect(world.ask(`{ node(id: "${id.replace('actor', 'place')}") { id } }`).node).toBeNull()
  })

  it('are at most five hundred', () => {
    const ids = Array.from({ length: 501 }, () => 'arland')
    expect(world.refusal('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids }).argument).toEqual([
      'ids',
    ])
  })
})
