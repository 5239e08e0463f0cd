import { describe, expect, it } from 'vitest'
import { rebuild } from '../../src/model/derived/rebuild.ts'
import { anImport } from '../../src/model/history/journal.ts'
import { transact } from '../../src/model/transact.ts'
import { dbOf, isOnPostgres, openWriter } from '../engine.ts'
import { derivedState, everyRow, folder } from '../graph.ts'
import { EditedGraph } from './edits.ts'

const path = folder()
const openGraph = () => new EditedGraph(path)

const actor = (input: Record<string, unknown>) =>
  ({ kind: 'record', root: ['input'], items: { actors: [input] } }) as const

const pathsOf = (problems: readonly { readonly path: readonly (string | number)[] }[]) =>
  problems.map((problem) => problem.path.join('.'))

describe('recording a node', () => {
  it('creates it, as one revision that says who and why', async () => {
    const graph = openGraph()
    const made = await graph.done({
      ...actor({ slug: 'ole', type: 'PERSON', name: 'Ole Dahl' }),
      note: 'Met him.',
    })
    expect(made).toMatchObject({ revision: 2, nodes: [{ type: 'ACTOR' }], problems: [] })
    expect(graph.row('select action, note, by_id from revision where id = 2')).toEqual({
      action: 'RECORD',
      note: 'Met him.',
      by_id: null,
    })
    expect(graph.row('select type, first_id, last_id from creation where revision_id = 2')).toEqual({
      type: 'ACTOR',
      first_id: made.nodes[0]?.key,
      last_id: made.nodes[0]?.key,
    })
  })

  it('changes what is given, empties what is null, and leaves the rest as it is', async () => {
    const graph = openGraph()
    await graph.done(actor({ id: 'anna-muller', description: 'A spokeswoman.' }))
    await graph.done(actor({ id: 'anna-muller', links: null }))
    const { nodes } = await graph.done(
      actor({ id: 'actor_6', affiliations: [{ organization: 'actor_3', role: 'CITIZEN' }] }),
    )
    expect(graph.row('select slug, name, description from entity where id = ?', nodes[0]?.key ?? 0)).toEqual({
      slug: 'anna-muller',
      name: 'Anna Müller',
      description: 'A spokeswoman.',
    })
    expect(graph.row('select count(*) as links from external_id where entity_id = 6')).toEqual({ links: 0 })
    expect(graph.row('select count(*) as labels from label where entity_id = 6')).toEqual({ labels: 3 })
    expect(graph.row('select organization_id, role from affiliation where actor_id = 6')).toEqual({
      organization_id: 3,
      role: 'CITIZEN',
    })
  })

  it('is no revision where all is so already', async () => {
    const graph = openGraph()
    const before = everyRow(graph.connection)
    expect(await graph.done(actor({ id: 'arland', name: 'Arland', iso3166: 'AR' }))).toMatchObject({
      revision: null,
    })
    expect(everyRow(graph.connection)).toEqual(before)
  })

  it('mends a wrong name in its place among the labels, and keeps the other names', async () => {
    const graph = openGraph()
    await graph.done(actor({ id: 'anna-muller', name: 'Anne Müller' }))
    const labels = dbOf(graph.connection)
      .prepare('select lang, text from label where entity_id = 6 order by id')
      .raw()
      .all()
    expect(labels).toEqual([
      ['de', 'Anne Müller'],
      ['uk', 'Ганна Мюллер'],
      ['uk', 'Анна Мюллер'],
    ])
  })

  it('gives it another slug, by which the same request may name it', async () => {
    const graph = openGraph()
    const given = {
      kind: 'record',
      items: {
        actors: [
          { id: 'ministry', slug: 'the-ministry' },
          { id: 'anna-muller', affiliations: [{ organization: 'ministry', role: 'OFFICIAL' }] },
          { id: 'riders', allegiance: 'actor_3' },
        ],
      },
    } as const
    await graph.done(given)
    expect(graph.row("select id from entity where slug = 'the-ministry'")).toEqual({ id: 5 })
    expect(graph.row('select organization_id from affiliation where actor_id = 6')).toEqual({
      organization_id: 5,
    })
    expect(await graph.write(actor({ id: 'arland', slug: 'borland' }))).toMatchObject({
      revision: null,
      problems: [{ kind: 'INVALID', path: ['input', 'slug'] }],
    })
  })

  it('writes many that name each other, or none of them', async () => {
    const graph = openGraph()
    const items = {
      statements: [
        {
          ...{ slug: 'said', source: 'post', speaker: 'ole', claim: 'boats', text: 'The boats were lost.' },
          ...{
            quoteType: 'DIRECT',
            act: 'STATE',
            stance: 'AFFIRMS',
            certainty: 'CERTAIN',
            about: ['place_1'],
          },
        },
      ],
      claims: [{ slug: 'boats', text: 'The boats were lost.', kind: 'DAMAGE', subject: 'ole' }],
      sources: [{ slug: 'post', title: 'A post', kind: 'POST' }],
      actors: [{ slug: 'ole', type: 'PERSON', name: 'Ole Dahl' }],
    }
    const wrong = { ...items, actors: [{ slug: 'ole', type: 'PERSON', name: 'Ole Dahl', iso3166: 'NO' }] }
    const before = everyRow(graph.connection)
    expect(pathsOf((await graph.write({ kind: 'record', items: wrong })).problems)).toEqual([
      'input.actors.0.iso3166',
    ])
    expect(everyRow(graph.connection)).toEqual(before)
    const { nodes, revision } = await graph.done({ kind: 'record', items })
    expect(nodes.map(({ type }) => type)).toEqual(['STATEMENT', 'CLAIM', 'SOURCE', 'ACTOR'])
    expect(
      graph.row('select count(distinct revision_id) as revisions, max(revision_id) as last from creation'),
    ).toEqual({
      revisions: 2,
      last: revision,
    })
    expect(graph.row("select standing, speaker_count from claim where slug = 'boats'")).toEqual({
      standing: 'ASSERTED',
      speaker_count: 1,
    })
  })

  it('tells of all problems at once, where each is, and what comes nearest', async () => {
    const graph = openGraph()
    const { problems, revision } = await graph.write({
      kind: 'record',
      items: {
        actors: [
          { id: 'arlnd', name: 'X' },
          { slug: 'y', type: 'PERSON', name: 'Y', kind: 'MILITARY' },
        ],
        claims: [{ slug: 'c', text: 'C.', kind: 'OTHER', subject: 'borlandd', figure: { unit: 'people' } }],
        events: [{ slug: 'e', name: ' ', type: 'AGREE', partOf: 'e' }],
      },
    })
    expect(revision).toBeNull()
    expect(pathsOf(problems).sort()).toEqual([
      'input.actors.0.id',
      'input.actors.1.kind',
      'input.claims.0.figure',
      'input.claims.0.subject',
      'input.events.0.name',
      'input.events.0.partOf',
    ])
    const nearest = Object.fromEntries(
      problems.flatMap((one) => (one.kind === 'INVALID' ? [[one.path.join('.'), one.nearest]] : [])),
    )
    expect(nearest['input.actors.0.id']).toContain('arland')
    expect(nearest['input.claims.0.subject']).toContain('borland')
  })

  it('looks up what comes nearest once, however much names nothing', async () => {
    const graph = openGraph()
    const started: string[] = []
    graph.connection.onStatement = (sql) => started.push(sql)
    const unknown = (count: number) => ({
      kind: 'record' as const,
      items: {
        actors: Array.from({ length: count }, (_, index) => ({ id: `arlnd-${index}` })),
        events: Array.from({ length: count }, (_, index) => ({ id: `evnt-${index}` })),
      },
    })
    const statementsFor = async (count: number) => {
      started.length = 0
      expect((await graph.write(unknown(count))).problems).toHaveLength(2 * count)
      return { all: started.length, lists: started.filter((sql) => sql.includes('slug is not null')).length }
    }
    const [few, many] = [await statementsFor(10), await statementsFor(60)]
    expect(few.lists).toBe(1)
    expect(many.lists).toBe(1)
    // Each is looked for by itself, and among what was merged; or all together, where that saves ways to a server.
    expect(many.all - few.all).toBe(isOnPostgres ? 0 : 2 * 2 * 50)
  })

  it('writes what has no slug at once under that of its id, whatever was taken, refused or written beside it', async () => {
    const graph = openGraph()
    const said = { source: 'leaflet', speaker: 'anna-muller', text: 'No.', quoteType: 'DIRECT', act: 'STATE' }
    const started: string[] = []
    const record = async (...statements: Record<string, unknown>[]) => {
      started.length = 0
      const { nodes } = await graph.write({
        kind: 'record',
        items: { statements: statements.map((one) => ({ ...said, ...one })) },
      })
      return nodes.map(({ key }) => ({
        key,
        slug: graph.row('select slug from statement where id = ?', key)?.slug,
      }))
    }
    const renamings = () => started.filter((sql) => sql.startsWith('update "statement" set slug')).length
    graph.connection.onStatement = (sql) => started.push(sql)

    const [first] = await record({})
    const key = first?.key ?? 0
    expect(first?.slug).toBe(`statement-${key}`)
    expect(await record({}, { slug: `statement-${key + 3}` }, {}, {})).toEqual([
      { key: key + 1, slug: `statement-${key + 1}` },
      { key: key + 2, slug: `statement-${key + 3}` },
      { key: key + 3, slug: `statement-${key + 3}-2` },
      { key: key + 4, slug: `statement-${key + 4}` },
    ])
    expect(renamings()).toBe(0)

    const nameless = { source: 1, speaker: 6, text: 'No.', quoteType: 'DIRECT', act: 'STATE' } as const
    // Somebody else writes, of which this connection is not told.
    const other = openWriter(dbOf(graph.connection).name)
    transact(other, anImport, (writers) => writers.statements.put(nameless))
    other.close()
    expect(await record({}, {})).toEqual([
      { key: key + 6, slug: `statement-${key + 6}` },
      { key: key + 7, slug: `statement-${key + 7}` },
    ])
    expect(renamings()).toBe(1)
    // What is taken back leaves its id to what follows.
    expect(() =>
      transact(graph.connection, anImport, (writers) => {
        writers.statements.put(nameless)
        throw new Error('Not this one.')
      }),
    ).toThrow('Not this one.')
    expect(await record({})).toEqual([{ key: key + 8, slug: `statement-${key + 8}` }])
  })

  it('writes what has no slug once, where what it is reported through comes after it', async () => {
    const graph = openGraph()
    const said = { source: 'leaflet', text: 'No.', quoteType: 'INDIRECT', act: 'STATE' }
    const { nodes, problems } = await graph.write({
      kind: 'record',
      items: {
        statements: [
          { ...said, speaker: 'anna-muller', via: 'outer' },
          { ...said, slug: 'outer', speaker: 'daily' },
        ],
      },
    })
    expect(problems).toEqual([])
    const [inner, outer] = nodes
    expect(graph.row('select slug, via_id from statement where id = ?', inner?.key ?? 0)).toEqual({
      slug: `statement-${inner?.key}`,
      via_id: outer?.key,
    })
    expect(outer?.key).toBe((inner?.key ?? 0) + 1)
  })

  it('says where a slug stands that is given twice', async () => {
    const boat = { type: 'PERSON', name: 'Ole Dahl' }
    const { problems } = await openGraph().write({
      kind: 'record',
      items: {
        actors: [
          { ...boat, slug: 'ole' },
          { ...boat, slug: 'ole' },
        ],
        events: [{ slug: 'ole', name: 'Ole', type: 'AGREE' }],
      },
    })
    expect(problems.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['input.actors.1.slug', 'slug "ole": is taken by an actor already, at input.actors[0].slug.'],
      ['input.events.0.slug', 'slug "ole": is taken by an actor already, at input.actors[0].slug.'],
    ])
  })

  it('refuses circles, and spans that do not stand in the text, in the dossier’s words', async () => {
    const graph = openGraph()
    const circle = await graph.write({
      kind: 'record',
      root: ['input'],
      items: { places: [{ id: 'highland', partOf: 'lviv' }] },
    })
    expect(circle.problems).toMatchObject([
      {
        path: ['input', 'partOf'],
        message: expect.stringContaining('leads in a circle: highland → lviv → highland'),
      },
    ])
    const span = { start: 0, end: 4, exact: 'Nope' }
    const away = await graph.write({
      kind: 'record',
      root: ['input'],
      items: { statements: [{ id: 'arland-accuses', span }] },
    })
    expect(away.problems).toMatchObject([{ kind: 'INVALID', path: ['input', 'span'] }])
  })

  it('keeps nobody’s change from being overwritten unseen', async () => {
    const graph = openGraph()
    const { id: first } = await graph.done(actor({ id: 'arland', description: 'Mine.' }))
    const { id: second, revision } = await graph.done(actor({ id: 'arland', description: 'Theirs.' }))
    const late = { ...actor({ id: 'arland', description: 'Late.' }), expectedRevision: first }
    expect((await graph.write(late)).problems).toEqual([
      {
        kind: 'CONFLICT',
        path: ['expectedRevision'],
        message: `actor_3 has been changed by ${second} since ${first}.`,
        revision,
        theirs: [{ path: 'description', before: '"Mine."', after: '"Theirs."' }],
      },
    ])
    expect((await graph.write({ ...late, expectedRevision: 'revision_x' })).problems).toMatchObject([
      { kind: 'INVALID' },
    ])
    expect((await graph.done({ ...late, expectedRevision: second })).revision).toBe((revision ?? 0) + 1)
  })
})

describe('removing a node', () => {
  it('is refused while anything refers to it, and says what', async () => {
    const graph = openGraph()
    const { problems } = await graph.write({ kind: 'remove', node: 'riders' })
    expect(problems).toMatchObject([{ kind: 'IN_USE', path: ['id'], total: expect.any(Number) }])
    const [problem] = problems
    expect(problem?.kind === 'IN_USE' && problem.by).toContainEqual({ type: 'EVENT', key: 11 })
    expect((await graph.write({ kind: 'remove', node: 'no-such' })).problems).toMatchObject([
      { kind: 'INVALID' },
    ])
  })

  it('takes it away with all that is its own, and undo brings it back at its key', async () => {
    const graph = openGraph()
    const before = everyRow(graph.connection)
    const { id } = await graph.done({ kind: 'remove', node: 'truce' })
    expect(graph.row("select count(*) as there from entity where slug = 'truce'")).toEqual({ there: 0 })
    await graph.done({ kind: 'undo', revision: id })
    const after = everyRow(graph.connection)
    for (const table of ['entity', 'event', 'external_id', 'size', 'timeline_day', 'statement'])
      expect(after[table], table).toEqual(before[table])
  })
})

describe('reviewing statements', () => {
  it('accepts and rejects, mends on the way, and what is accepted counts at once', async () => {
    const graph = openGraph()
    const { revision } = await graph.done({
      kind: 'review',
      reviews: [
        { statement: 'proposed', verdict: 'ACCEPT', edits: { act: 'CONFIRM' } },
        { statement: 'riders-on-bridge', verdict: 'REJECT' },
      ],
    })
    expect(graph.row('select action from revision where id = ?', revision ?? 0)).toEqual({ action: 'REVIEW' })
    expect(graph.row("select review, act from statement where slug = 'proposed'")).toEqual({
      review: 'ACCEPTED',
      act: 'CONFIRM',
    })
    expect(graph.row("select review from statement where slug = 'riders-on-bridge'")).toEqual({
      review: 'REJECTED',
    })
    const settled = derivedState(graph.connection)
    transact(graph.connection, anImport, () => rebuild(graph.connection))
    expect(derivedState(graph.connection)).toEqual(settled)
  })

  it('does nothing where one of them is not right', async () => {
    const graph = openGraph()
    const before = everyRow(graph.connection)
    const { problems } = await graph.write({
      kind: 'review',
      reviews: [
        { statement: 'proposed', verdict: 'ACCEPT' },
        { statement: 'no-such', verdict: 'REJECT' },
        { statement: 'rejected', verdict: 'ACCEPT', edits: { speaker: 'nobody-at-all' } },
      ],
    })
    expect(pathsOf(problems)).toEqual(['input.1.statement', 'input.2.edits.speaker'])
    expect(everyRow(graph.connection)).toEqual(before)
  })
})

describe('recording what is new alone', () => {
  it('adds what is not there', async () => {
    const graph = openGraph()
    const input = { slug: 'ole', type: 'PERSON', name: 'Ole Dahl' }
    expect(await graph.done({ ...actor(input), onlyNew: true })).toMatchObject({ revision: 2 })
  })

  it.each([
    ['an id', { id: 'actor_5', name: 'Other' }, 'input.id'],
    ['a slug as an id', { id: 'arland', name: 'Other' }, 'input.id'],
    ['a slug', { slug: 'arland', type: 'STATE', name: 'Other' }, 'input.slug'],
    ['a slug of another kind', { slug: 'raid', type: 'STATE', name: 'Other' }, 'input.slug'],
  ])('refuses %s of what is there, and writes nothing', async (_, input, place) => {
    const graph = openGraph()
    const before = everyRow(graph.connection)
    const { problems, revision } = await graph.write({ ...actor(input), onlyNew: true })
    expect([revision, pathsOf(problems)]).toEqual([null, [place]])
    expect(everyRow(graph.connection)).toEqual(before)
  })
})

describe('reading a report', () => {
  it('stores it and proposes what it says, under slugs that a file can name', async () => {
    const graph = openGraph()
    const text = 'Ole Dahl, a fisherman, said that the boats were lost.'
    const { nodes, revision } = await graph.done({
      kind: 'read',
      report: { text, title: 'Boats', publisher: 'actor_8' },
    })
    expect(nodes[0]).toMatchObject({ type: 'SOURCE' })
    expect(nodes.some(({ type }) => type === 'STATEMENT')).toBe(true)
    expect(graph.row('select action from revision where id = ?', revision ?? 0)).toEqual({ action: 'READ' })
    expect(graph.row('select count(*) as nameless from statement where slug is null')).toEqual({
      nameless: 0,
    })
    expect(await graph.done({ kind: 'read', report: { text } })).toMatchObject({
      revision: null,
      nodes: [nodes[0]],
    })
  })

  it('refuses what is no report', async () => {
    const graph = openGraph()
    expect((await graph.write({ kind: 'read', report: { text: ' \n' } })).problems).toMatchObject([
      { path: ['input', 'text'] },
    ])
    expect(
      (await graph.write({ kind: 'read', report: { text: 'He said so.', publisher: 'dayly' } })).problems,
    ).toMatchObject([{ path: ['input', 'publisher'], nearest: ['daily'] }])
  })
})
