import { beforeAll, describe, expect, it } from 'vitest'
import type { RevisionDraft } from '../src/model/history/journal.ts'
import { revise } from '../src/model/transact.ts'
import type { Writers } from '../src/model/writers.ts'
import { dbOf, isOnPostgres } from './engine.ts'
import { dispute, upTo, type World, worlds } from './graph-fixture.ts'
import { keyOf } from './review-fixture.ts'

const { of, empty } = worlds()

const kyiv = { slug: 'kyiv', name: 'Kyiv', precision: 'LOCALITY' } as const
const change = (world: World, work: (writers: Writers) => void, about: Partial<RevisionDraft> = {}): string =>
  `revision_${revise(world.writer, { by: null, action: 'RECORD', ...about }, work).revision}`

const numberOf = (id: string | undefined): number => Number(id?.split('_')[1])

function addUser(world: World, name: string): number {
  const id = dbOf(world.writer).prepare('select count(*) + 1 from "user"').pluck().get() as number
  dbOf(world.writer)
    .prepare(`insert into "user" (id, name, role, created_at) values (?, ?, 'EDITOR', 0)`)
    .run(id, name)
  return id
}

describe('the history of a node', () => {
  const world = of(dispute)
  let [made, changed, removed, back]: string[] = []
  let user = 0
  let id = ''

  beforeAll(() => {
    user = addUser(world, 'vera')
    made = change(world, ({ places }) => void places.put(kyiv), { by: user, note: 'It was missing.' })
    const key = keyOf(world, 'entity', 'kyiv')
    id = `place_${key}`
    const within = keyOf(world, 'entity', 'highland')
    changed = change(world, ({ places }) => {
      places.put({ ...kyiv, partOf: within, labels: { uk: ['Київ'] } })
    })
    removed = change(world, (writers) => writers.remove('PLACE', key), { action: 'REMOVE' })
  })

  it('tells each change of it, the latest first, even where it is gone', () => {
    const { revisions, node } = world.ask(
      'query ($id: ID!) { node(id: $id) { id } revisions(of: $id) { totalCount nodes { id action } } }',
      { id },
    )
    expect(node).toBeNull()
    expect(revisions).toEqual({
      totalCount: 3,
      nodes: [
        { id: removed, action: 'REMOVE' },
        { id: changed, action: 'RECORD' },
        { id: made, action: 'RECORD' },
      ],
    })
  })

  it('says of each revision who did what, when and why', () => {
    const { revision } = world.ask(
      'query ($id: ID!) { revision(id: $id) { id at by { id name role } action note undoes { id } undoneBy { id } } }',
      { id: made },
    )
    expect(revision).toEqual({
      id: made,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      by: { id: `user_${user}`, name: 'vera', role: 'EDITOR' },
      action: 'RECORD',
      note: 'It was missing.',
      undoes: null,
      undoneBy: null,
    })
  })

  it('tells field by field what a revision changed, with slugs for other nodes', () => {
    const fields = (revision: string | undefined) =>
      world.ask(
        'query ($id: ID!) { revision(id: $id) { changes { totalCount nodes { kind nodeId node { id } fields { path before after } } } } }',
        { id: revision },
      ).revision.changes
    expect(fields(made)).toEqual({
      totalCount: 1,
      nodes: [
        {
          kind: 'CREATED',
          nodeId: id,
          node: null,
          fields: [
            { path: 'slug', before: null, after: '"kyiv"' },
            { path: 'name', before: null, after: '"Kyiv"' },
            { path: 'labels', before: null, after: '{"en":["Kyiv"]}' },
            { path: 'review', before: null, after: '"ACCEPTED"' },
            { path: 'precision', before: null, after: '"LOCALITY"' },
          ],
        },
      ],
    })
    expect(fields(changed).nodes[0]).toMatchObject({
      kind: 'UPDATED',
      fields: expect.arrayContaining([{ path: 'partOf', before: null, after: '"highland"' }]),
    })
    expect(fields(removed).nodes[0]).toMatchObject({
      kind: 'REMOVED',
      fields: expect.arrayContaining([{ path: 'partOf', before: '"highland"', after: null }]),
    })
  })

  it('goes on where a node comes back', () => {
    const key = numberOf(id)
    back = change(world, ({ places }) => void places.put({ ...kyiv, id: key }), {
      action: 'UNDO',
      undoes: numberOf(removed),
    })
    const { node, revision } = world.ask(
      `query ($id: ID!, $removed: ID!) {
        node(id: $id) { revision { id undoes { id } } history { totalCount nodes { kind revision { id } } } }
        revision(id: $removed) { undoneBy { id } }
      }`,
      { id, removed },
    )
    expect(revision).toEqual({ undoneBy: { id: back } })
    expect(node).toEqual({
      revision: { id: back, undoes: { id: removed } },
      history: {
        totalCount: 4,
        nodes: [
          { kind: 'CREATED', revision: { id: back } },
          { kind: 'REMOVED', revision: { id: removed } },
          { kind: 'UPDATED', revision: { id: changed } },
          { kind: 'CREATED', revision: { id: made } },
        ],
      },
    })
  })
})

describe('what became of a node', () => {
  const world = of(dispute)
  const kindIn = (revision: string): string[] =>
    world
      .ask('query ($id: ID!) { revision(id: $id) { changes { nodes { kind } } } }', { id: revision })
      .revision.changes.nodes.map(({ kind }: { kind: string }) => kind)

  it('is told apart by what was before and after, and by what the revision did', () => {
    const made = change(world, ({ places }) => void places.put(kyiv))
    const key = keyOf(world, 'entity', 'kyiv')
    const merged = change(world, (writers) => writers.remove('PLACE', key), { action: 'MERGE' })
    const unmerged = change(world, ({ places }) => void places.put({ ...kyiv, id: key }), {
      action: 'UNMERGE',
      undoes: numberOf(merged),
    })
    const again = change(world, (writers) => writers.remove('PLACE', key), {
      action: 'UNDO',
      undoes: numberOf(unmerged),
    })
    const apart = change(world, ({ places }) => void places.put({ ...kyiv, id: key }), {
      action: 'UNDO',
      undoes: numberOf(merged),
    })
    expect([made, merged, unmerged, again, apart].flatMap(kindIn)).toEqual([
      'CREATED',
      'MERGED',
      'UNMERGED',
      'MERGED',
      'UNMERGED',
    ])
  })
})

describe('revisions', () => {
  const world = of(dispute)
  let ids: string[] = []
  let user = 0
  beforeAll(() => {
    user = addUser(world, 'vera')
    ids = upTo(5).map((index) =>
      change(world, ({ places }) => void places.put({ ...kyiv, slug: `place-${index}` }), {
        by: index % 2 ? user : null,
      }),
    )
  })
  const listed = (args: string): string[] =>
    world.ask(`{ revisions${args} { nodes { id } } }`).revisions.nodes.map(({ id }: { id: string }) => id)

  it('are in pages, the latest first', () => {
    const { totalCount, pageInfo, nodes } = world.ask(
      '{ revisions(first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { id } } }',
    ).revisions
    expect({ totalCount, next: pageInfo.hasNextPage, nodes }).toEqual({
      totalCount: 6,
      next: true,
      nodes: [{ id: ids[4] }, { id: ids[3] }],
    })
    expect(listed(`(first: 2, after: "${pageInfo.endCursor}")`)).toEqual([ids[2], ids[1]])
  })

  it('are found by who did them, by what came before, and by what they changed', () => {
    expect(listed(`(by: "user_${user}")`)).toEqual([ids[3], ids[1]])
    expect(listed(`(by: "user_0", since: "${ids[1]}")`)).toEqual([ids[4], ids[2]])
    expect(listed('(of: "place-3")')).toEqual([ids[3]])
  })

  it.each([
    ['(by: "vera")', 'There is no user “vera”.', 'by'],
    ['(since: "12")', 'There is no revision “12”.', 'since'],
    [
      '(of: "place-33")',
      'There is no actor, place, event, claim or source “place-33”. Did you mean place-3',
      'of',
    ],
  ])('say what is wrong with %s', (args, message, argument) => {
    const refusal = world.refusal(`{ revisions${args} { nodes { id } } }`)
    expect(refusal.message).toContain(message)
    expect(refusal.argument).toEqual([argument])
  })

  it.each(['revision_0', 'revision_999', 'revision_1e3', 'place_1', 'x'])('are none with the id %s', (id) => {
    expect(world.ask('query ($id: ID!) { revision(id: $id) { id } }', { id })).toEqual({ revision: null })
  })
})

describe('the changes of a large revision', () => {
  const world = empty()
  beforeAll(() => {
    dbOf(world.writer).exec(`
      insert into revision (id, at, action) values (1, 0, 'IMPORT');
      insert into creation (type, first_id, last_id, revision_id)
        values ('CLAIM', 1, 1000000, 1), ('STATEMENT', 1, 300, 1), ('STATEMENT', 500, 500, 1);`)
  })
  const page = (args: string) =>
    world.ask(
      `{ revision(id: "revision_1") { changes${args} { totalCount pageInfo { hasNextPage endCursor } nodes { nodeId } } } }`,
    ).revision.changes

  it('are counted, and paged through without being written out', () => {
    const first = page('(first: 2)')
    expect(first).toMatchObject({
      totalCount: 1_000_301,
      nodes: [{ nodeId: 'claim_1' }, { nodeId: 'claim_2' }],
    })
    expect(page(`(first: 1, after: "${first.pageInfo.endCursor}")`).nodes).toEqual([{ nodeId: 'claim_3' }])
  })

  it('go on from one run of keys to the next', () => {
    const at = (key: number, type = 'CLAIM') =>
      Buffer.from(JSON.stringify(['CHANGE', type, key])).toString('base64url')
    expect(page(`(first: 2, after: "${at(999_999)}")`).nodes).toEqual([
      { nodeId: 'claim_1000000' },
      { nodeId: 'statement_1' },
    ])
    const last = page(`(first: 5, after: "${at(299, 'STATEMENT')}")`)
    expect(last).toMatchObject({
      pageInfo: { hasNextPage: false },
      nodes: [{ nodeId: 'statement_300' }, { nodeId: 'statement_500' }],
    })
  })

  it.each([
    ['["CHANGE","CLAIM","x"]', 'after is not a cursor of this list'],
    ['["HISTORY",null,1]', 'after is a cursor of a list in another order'],
    ['nonsense', 'after is not a cursor of this API'],
  ])('refuse the cursor %s', (cursor, message) => {
    const after = Buffer.from(cursor).toString('base64url')
    expect(
      world.refusal(`{ revision(id: "revision_1") { changes(after: "${after}") { nodes { nodeId } } } }`)
        .message,
    ).toContain(message)
  })
})

describe('the statements that read the journal', () => {
  const world = of(dispute)
  beforeAll(() => {
    for (const index of upTo(3)) {
      change(world, ({ places }) => {
        for (const number of upTo(4)) places.put({ ...kyiv, slug: `place-${number}`, name: `Kyiv ${index}` })
      })
    }
  })

  it.each([
    ['the last revision of each', 'revision { id }', 1],
    ['who made it', 'revision { by { name } undoneBy { id } }', 2],
    ['the history of each', 'history { totalCount nodes { kind } }', 2],
    ['the changes in it', 'history { nodes { revision { id } node { id } } }', 3],
    ['the fields of each change', 'history { nodes { fields { path before after } } }', 6],
  ])('are as many for one node as for several: %s', (_, asked, expected) => {
    const counted = (first: number): number => {
      let statements = 0
      world.graph.engine.onStatement = () => void statements++
      world.ask(`{ places(filter: { name: "Kyiv" }, first: ${first}) { nodes { ${asked} } } }`)
      world.graph.engine.onStatement = null
      return statements - 1
    }
    expect([counted(1), counted(4)]).toEqual([expected, expected])
  })
})

// The other engine has statistics of its own, and reads small tables as a whole.
it.skipIf(isOnPostgres)(
  'in a file, the journal is searched by its keys, even where it was analyzed while it had few rows',
  () => {
    const world = of(dispute)
    const many = upTo(400).map((index) => ({ ...kyiv, slug: `place-${index}`, name: `Place ${index}` }))
    change(world, ({ places }) => {
      for (const place of many) places.put(place)
    })
    world.reopen()
    const { engine, revisions, changes, fieldChanges } = world.graph
    const asked = new Set<string>()
    engine.onStatement = (sql) => void asked.add(sql)
    const page = { size: 20, backwards: false, after: null, before: null }
    const node = { type: 'PLACE', key: 1 } as const
    revisions.lastOf([node])
    for (const filter of [{ by: 1 }, { of: node }, { since: 1 }])
      revisions.page({ by: null, of: null, since: null, ...filter }, page)
    for (const read of [
      () => revisions.byIds([1]),
      () => revisions.undoing([1]),
      () => revisions.after(1, 20),
    ])
      read()
    for (const read of [() => changes.ofRevisions([1], page), () => changes.countsOfRevisions([1])]) read()
    for (const read of [() => changes.ofNodes([node], page), () => changes.countsOfNodes([node])]) read()
    for (const read of [() => changes.hasTypes(1, ['CLAIM']), () => changes.hasNode(1, node)]) read()
    fieldChanges.of([{ ...node, revisionId: 1, kind: 'UPDATED' }])
    engine.onStatement = null
    const plans = [...asked]
      .filter((sql) => /\b(revision|change|creation)\b/.test(sql))
      .map((sql) => {
        const given = Array.from({ length: sql.split('?').length - 1 }, () => null)
        return dbOf(world.writer)
          .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
          .all(...given)
          .map(({ detail }) => detail)
      })
    expect(plans.length).toBeGreaterThan(10)
    expect(plans.flat().filter((step) => /SCAN (r|ch|change|creation|later)\b|TEMP/.test(step))).toEqual([])
  },
)
