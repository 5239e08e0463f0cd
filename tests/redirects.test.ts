import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importDossiers } from '../src/dossier/import.ts'
import { performWrite } from '../src/edits/perform.ts'
import { dbOf } from './engine.ts'
import { folder } from './graph.ts'
import { dispute, type World, worlds } from './graph-fixture.ts'
import { fill } from './synthetic.ts'

const { empty, of } = worlds()
const path = folder()

/** Actor 5 is actor 0 from now on, and claim 3 claim 0. */
async function merged(): Promise<World> {
  const world = empty()
  fill(world, 8)
  const merge = { kind: 'merge', by: null } as const
  for (const request of [
    { ...merge, of: 'ENTITY', into: 'actor-0', from: ['actor-5'] },
    { ...merge, of: 'CLAIM', into: 'claim-0', from: ['claim-3'] },
  ] as const)
    expect((await performWrite(world.writer, request)).problems).toEqual([])
  return world
}

const actorKey = (world: World, slug: string): number =>
  Number(dbOf(world.writer).prepare('select from_id from redirect where slug = ?').pluck().get(slug))

describe('an id or a slug of a merged node', () => {
  it('leads to the one that stays wherever a node is asked for', async () => {
    const world = await merged()
    const id = `actor_${actorKey(world, 'actor-5')}`
    const claim = `claim_${actorKey(world, 'claim-3')}`
    const answer = world.ask(
      `query ($id: ID!, $claim: ID!) {
        bySlug: actor(id: "actor-5") { slug } byId: actor(id: $id) { slug }
        claimBySlug: claim(id: "claim-3") { slug } claimById: claim(id: $claim) { slug }
        node(id: $id) { ... on Actor { slug } } named: node(id: "actor-5") { ... on Actor { slug } }
        nodes(ids: ["actor-1", "actor-5", $id, "nobody"]) { ... on Actor { slug } }
        place(id: "actor-5") { slug }
      }`,
      { id, claim },
    )
    const [actor, other] = [{ slug: 'actor-0' }, { slug: 'claim-0' }]
    expect(answer).toEqual({
      ...{ bySlug: actor, byId: actor, claimBySlug: other, claimById: other, node: actor, named: actor },
      nodes: [{ slug: 'actor-1' }, actor, actor, null],
      place: null,
    })
  })

  it('leads to it in filters', async () => {
    const world = await merged()
    const id = `actor_${actorKey(world, 'actor-5')}`
    const count = (by: string) =>
      world.ask('query ($by: [ID!]) { statements(filter: { by: $by }) { totalCount } }', { by: [by] })
        .statements.totalCount
    expect(count('actor-0')).toBeGreaterThan(0)
    expect([count('actor-5'), count(id)]).toEqual([count('actor-0'), count('actor-0')])
  })

  it('costs nothing where nodes are found', async () => {
    const world = await merged()
    const read: string[] = []
    world.graph.engine.onStatement = (sql) => read.push(sql)
    world.ask(
      '{ actor(id: "actor-0") { slug } byId: actor(id: "actor_9") { slug } node(id: "actor-1") { id } }',
    )
    world.ask('{ statements(filter: { by: ["actor-1"] }, first: 1) { totalCount } }')
    world.graph.engine.onStatement = null
    expect(read.filter((sql) => sql.includes('redirect'))).toEqual([])
  })

  it('follows the node that stays when that is merged as well', async () => {
    const world = empty()
    fill(world, 12)
    const merge = (into: string, from: string) =>
      performWrite(world.writer, { kind: 'merge', by: null, of: 'ENTITY', into, from: [from] })
    await merge('actor-5', 'actor-10')
    const second = await merge('actor-0', 'actor-5')
    const led = () => world.ask('{ actor(id: "actor-10") { slug } }').actor.slug
    expect(led()).toBe('actor-0')
    await performWrite(world.writer, { kind: 'unmerge', by: null, revision: `revision_${second.revision}` })
    expect(led()).toBe('actor-5')
  })

  it('is taken: nothing new gets it', async () => {
    const world = await merged()
    expect(() =>
      world.write(({ actors }) => actors.put({ slug: 'actor-5', name: 'Another', type: 'PERSON' })),
    ).toThrow('The slug leads to another node since a merge.')
  })

  it('is taken of a claim as well, for a new one and for one that has another slug', async () => {
    const world = empty()
    const put = (slug: string, id?: number) =>
      world.write(({ claims }) => claims.put({ slug, text: `What ${slug} says`, kind: 'OTHER', id }))
    put('kept')
    put('merged')
    const other = put('other')
    await performWrite(world.writer, {
      kind: 'merge',
      by: null,
      of: 'CLAIM',
      into: 'kept',
      from: ['merged'],
    })
    const taken = 'slug: merged is taken: The slug leads to another node since a merge.'
    expect(() => put('merged')).toThrow(taken)
    expect(() => put('merged', other.id)).toThrow(taken)
    expect(put('renamed', other.id).id).toBe(other.id)
  })
})

describe('a dossier with a merged slug', () => {
  it('means the one that stays, and changes nothing where it is read again', async () => {
    const world = of(dispute)
    const [one, other] = dbOf(world.writer)
      .prepare<[], { slug: string }>(
        `select e.slug from actor a join entity e on e.id = a.id where a.type = (
          select type from actor group by type having count(*) > 1 order by count(*) desc limit 1) order by e.id limit 2`,
      )
      .all()
    const { slug: into = '' } = one ?? {}
    const { slug: from = '' } = other ?? {}
    const { problems } = await performWrite(world.writer, {
      kind: 'merge',
      by: null,
      of: 'ENTITY',
      into,
      from: [from],
    })
    expect(problems).toEqual([])
    const again = importDossiers(world.writer, [dispute])
    expect(again.actors.created).toBe(0)
    expect(again.statements.created + again.statements.updated).toBe(0)
    const file = join(path, 'more.yaml')
    writeFileSync(
      file,
      `hearsay: 1\nsources: [{ slug: more, title: More, kind: ARTICLE, publisher: ${from} }]`,
    )
    expect(importDossiers(world.writer, [file]).sources.created).toBe(1)
    expect(
      dbOf(world.writer)
        .prepare(`select e.slug from source s join entity e on e.id = s.publisher_id where s.slug = 'more'`)
        .pluck()
        .get(),
    ).toBe(into)
  })
})
