import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, dispute, worlds } from './graph-fixture.ts'
import { documents, propose } from './review-fixture.ts'

const { of } = worlds()

describe('what only proposals speak of', () => {
  const world = of(dispute)
  const before: Record<string, Answer> = {}
  beforeAll(() => {
    for (const [name, document] of Object.entries(documents)) before[name] = world.ask(document)
    world.write((writers) => propose(world, writers))
    world.reopen()
  })

  it.each(Object.entries(documents))('is not among %s', (name, document) => {
    expect(world.ask(document)).toEqual(before[name])
  })

  const only = '(review: [PROPOSED])'
  const asked: [string, string, Answer][] = [
    [
      'actors',
      '{ actors(filter: { review: [PROPOSED] }) { totalCount nodes { slug review } } }',
      ['zeppelin-crew'],
    ],
    [
      'actors by statements',
      '{ actors(filter: { review: [PROPOSED] }, orderBy: STATEMENTS_DESC) { totalCount nodes { slug review } } }',
      ['zeppelin-crew'],
    ],
    [
      'actors by a name',
      '{ actors(filter: { name: "crew", review: [REJECTED, PROPOSED] }) { totalCount nodes { slug review } } }',
      ['zeppelin-crew'],
    ],
    [
      'places',
      '{ places(filter: { review: [PROPOSED] }) { totalCount nodes { slug review } } }',
      ['zeppelin-field'],
    ],
    [
      'places within',
      '{ places(filter: { partOf: ["highland"], review: [PROPOSED] }) { totalCount nodes { slug review } } }',
      ['zeppelin-field'],
    ],
    [
      'events',
      '{ events(filter: { review: [PROPOSED] }) { totalCount nodes { slug review } } }',
      ['zeppelin-flight'],
    ],
    [
      'events of an actor',
      '{ events(filter: { participant: ["arland"], review: [PROPOSED] }) { totalCount nodes { slug review } } }',
      ['zeppelin-flight'],
    ],
    [
      'claims',
      '{ claims(filter: { review: [PROPOSED] }) { totalCount nodes { slug review } } }',
      ['zeppelin-fell'],
    ],
    [
      'claims of an event',
      '{ claims(filter: { event: ["raid"], review: [PROPOSED] }, orderBy: TEXT) { totalCount nodes { slug review } } }',
      ['zeppelin-fell'],
    ],
  ]
  it.each(asked)('is among %s where it is asked for', (_, document, slugs) => {
    const [list] = Object.values(world.ask(document)) as Answer[]
    expect(list).toEqual({
      totalCount: slugs.length,
      nodes: slugs.map((slug: string) => ({ slug, review: 'PROPOSED' })),
    })
  })

  it.each([
    [
      'claims of an event',
      '{ event(id: "raid") { claims(filter: { review: [PROPOSED] }) { totalCount nodes { slug } } } }',
      { event: { claims: { totalCount: 1, nodes: [{ slug: 'zeppelin-fell' }] } } },
    ],
    [
      'events at a place',
      `{ place(id: "lviv") { events${only} { totalCount nodes { slug } } } }`,
      { place: { events: { totalCount: 1, nodes: [{ slug: 'zeppelin-flight' }] } } },
    ],
    [
      'parts',
      `{ event(id: "war") { parts${only} { slug } } }`,
      { event: { parts: [{ slug: 'zeppelin-flight' }] } },
    ],
    [
      'affiliates',
      `{ actor(id: "ministry") { affiliates${only} { actor { slug } } } }`,
      { actor: { affiliates: [{ actor: { slug: 'zeppelin-crew' } }] } },
    ],
    [
      'participations',
      `{ actor(id: "arland") { participations${only} { totalCount nodes { event { slug } role } } } }`,
      {
        actor: {
          participations: { totalCount: 1, nodes: [{ event: { slug: 'zeppelin-flight' }, role: 'TARGET' }] },
        },
      },
    ],
    [
      'relations',
      `{ claim(id: "ten-killed") { relations${only} { claim { slug } } } }`,
      { claim: { relations: [{ claim: { slug: 'zeppelin-fell' } }] } },
    ],
  ])('is among the %s of a node where it is asked for', (_, document, answer) => {
    expect(world.ask(document)).toEqual(answer)
  })

  it('is found by a search that asks for it, with the words of the statements', () => {
    const found = (review: string) => {
      const { search } = world.ask(
        `{ search(text: "zeppelin*", review: ${review}) { totalCount nodes { node { __typename } } } }`,
      )
      return [search.totalCount, search.nodes.map(({ node }: Answer) => node.__typename).sort()]
    }
    const proposed = ['ArmedGroup', 'Claim', 'Event', 'Place', 'Statement', 'Statement']
    expect(found('[PROPOSED]')).toEqual([6, proposed])
    expect(found('[PROPOSED, REJECTED]')).toEqual([8, [...proposed, 'Statement', 'Statement']])
    expect(found('[]')).toEqual([0, []])
    const { search } = world.ask('{ search(text: "june", review: [PROPOSED]) { totalCount } }')
    expect(search.totalCount).toBe(0)
  })

  it('answers by its id and its slug, and says that it is proposed', () => {
    const fields = 'id slug review'
    const answer = world.ask(`{
      actor(id: "zeppelin-crew") { ${fields} } place(id: "zeppelin-field") { ${fields} }
      event(id: "zeppelin-flight") { ${fields} } claim(id: "zeppelin-fell") { ${fields} }
      node(id: "zeppelin-fell") { ... on Claim { ${fields} } }
      accepted: actor(id: "arland") { review } raid: event(id: "raid") { review } rejected: claim(id: "talks-failed") { review }
    }`)
    const reviews = Object.values(answer as Record<string, Answer>).map(({ review }) => review)
    expect(reviews).toEqual([...Array(5).fill('PROPOSED'), ...Array(3).fill('ACCEPTED')])
    const ids = [answer.actor.id, answer.place.id, answer.event.id, answer.claim.id]
    const { nodes } = world.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Entity { review } ... on Claim { review } } }',
      { ids },
    )
    expect(nodes).toEqual(ids.map((id) => ({ id, review: 'PROPOSED' })))
  })

  it('can be named in a filter, and shown by the proposals themselves', () => {
    const { statements } =
      world.ask(`{ statements(filter: { by: ["zeppelin-crew"], claim: ["zeppelin-fell"], about: ["zeppelin-flight"], review: [PROPOSED] }) {
      totalCount nodes { speaker { slug review } claim { slug review } about { slug review } } } }`)
    expect(statements.totalCount).toBe(1)
    const [{ speaker, claim, about }] = statements.nodes
    expect([speaker, claim]).toEqual([
      { slug: 'zeppelin-crew', review: 'PROPOSED' },
      { slug: 'zeppelin-fell', review: 'PROPOSED' },
    ])
    expect(about).toContainEqual({ slug: 'arland', review: 'ACCEPTED' })
    expect(about).toContainEqual({ slug: 'zeppelin-field', review: 'PROPOSED' })
  })

  it('is not offered where a slug is mistyped', () => {
    expect(
      world.refusal('{ statements(filter: { by: ["zeppelin-cre"] }) { totalCount } }').message,
    ).not.toMatch(/did you mean|zeppelin-crew/i)
    expect(world.refusal('{ statements(filter: { by: ["arlan"] }) { totalCount } }').message).toMatch(
      /Did you mean arland/,
    )
  })

  it('shows what it names itself, and has nothing around it', () => {
    const answer = world.ask(`{
      event(id: "zeppelin-flight") { place { slug } partOf { slug } participants { actor { slug } } }
      actor(id: "zeppelin-crew") { affiliations { organization { slug } } }
      neighborhood(of: "zeppelin-crew") { nodes { slug } links { type } }
    }`)
    expect(answer).toEqual({
      event: {
        place: { slug: 'lviv' },
        partOf: { slug: 'war' },
        participants: [{ actor: { slug: 'arland' } }, { actor: { slug: 'borland' } }],
      },
      actor: { affiliations: [{ organization: { slug: 'ministry' } }] },
      neighborhood: { nodes: [{ slug: 'zeppelin-crew' }], links: [] },
    })
  })

  it('is counted as proposals, with the sources that have them', () => {
    const { stats, some, none } = world.ask(`{ stats { proposals }
      some: sources(filter: { withProposals: true }) { totalCount nodes { slug } }
      none: sources(filter: { withProposals: false }) { totalCount } }`)
    expect(stats.proposals).toBe(2)
    expect([some, none]).toEqual([{ totalCount: 1, nodes: [{ slug: 'daily-may' }] }, { totalCount: 2 }])
  })
})
