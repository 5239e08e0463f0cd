import { describe, expect, it } from 'vitest'
import { everyRow, folder } from '../graph.ts'
import { EditedGraph } from './edits.ts'

const path = folder()

const actor = (input: Record<string, unknown>) =>
  ({ kind: 'record', root: ['input'], items: { actors: [input] } }) as const
const description = (graph: EditedGraph) =>
  graph.row("select description from entity where slug = 'arland'")?.description

describe('undo', () => {
  it('puts each node back as it was, and can be undone itself', async () => {
    const graph = new EditedGraph(path)
    const one = await graph.done(actor({ id: 'arland', description: 'One.' }))
    const back = await graph.done({ kind: 'undo', revision: one.id, note: 'No.' })
    expect(description(graph)).toBeNull()
    expect(
      graph.row('select action, note, undoes_id from revision where id = ?', back.revision ?? 0),
    ).toEqual({
      action: 'UNDO',
      note: 'No.',
      undoes_id: one.revision,
    })
    await graph.done({ kind: 'undo', revision: back.id })
    expect(description(graph)).toBe('One.')
  })

  it('is refused where later revisions rest on it, naming them, and allowed once those are undone', async () => {
    const graph = new EditedGraph(path)
    const one = await graph.done(actor({ id: 'arland', description: 'One.' }))
    const two = await graph.done(actor({ id: 'arland', description: 'Two.' }))
    expect((await graph.write({ kind: 'undo', revision: one.id })).problems).toMatchObject([
      { kind: 'INVALID', path: ['revision'], nearest: [two.id] },
    ])
    expect(description(graph)).toBe('Two.')
    await graph.done({ kind: 'undo', revision: two.id })
    await graph.done({ kind: 'undo', revision: one.id })
    expect(description(graph)).toBeNull()
    expect((await graph.write({ kind: 'undo', revision: one.id })).problems).toMatchObject([
      { kind: 'INVALID' },
    ])
  })

  it('takes away what was made, unless somebody refers to it since', async () => {
    const graph = new EditedGraph(path)
    const made = await graph.done(actor({ slug: 'ole', type: 'PERSON', name: 'Ole Dahl' }))
    const spoken = await graph.done({
      kind: 'record',
      root: ['input'],
      items: {
        statements: [
          { slug: 's', source: 'leaflet', speaker: 'ole', text: 'Words.', quoteType: 'DIRECT', act: 'STATE' },
        ],
      },
    })
    expect((await graph.write({ kind: 'undo', revision: made.id })).problems).toMatchObject([
      { kind: 'IN_USE', by: spoken.nodes, total: 1 },
    ])
    await graph.done({ kind: 'undo', revision: spoken.id })
    await graph.done({ kind: 'undo', revision: made.id })
    expect(graph.row("select 1 as there from entity where slug = 'ole'")).toBeUndefined()
  })

  it('brings nothing back that names what is gone', async () => {
    const graph = new EditedGraph(path)
    const made = await graph.done(actor({ slug: 'ole', type: 'PERSON', name: 'Ole Dahl' }))
    const apart = await graph.done({
      kind: 'record',
      root: ['input'],
      items: { sources: [{ slug: 'post', title: 'A post', kind: 'POST', publisher: 'ole' }] },
    })
    const freed = await graph.done({
      kind: 'record',
      root: ['input'],
      items: { sources: [{ id: 'post', publisher: null }] },
    })
    const gone = await graph.done({ kind: 'remove', node: 'ole' })
    expect((await graph.write({ kind: 'undo', revision: freed.id })).problems).toMatchObject([
      { kind: 'INVALID', message: expect.stringContaining('which is gone') },
    ])
    for (const { id } of [gone, freed, apart, made]) await graph.done({ kind: 'undo', revision: id })
    expect(graph.row("select 1 as there from source where slug = 'post'")).toBeUndefined()
  })

  it('takes a whole import back, and puts it there again row for row', async () => {
    const graph = new EditedGraph(path)
    const before = everyRow(graph.connection)
    const emptied = await graph.done({ kind: 'undo', revision: 'revision_1' })
    for (const table of [
      'entity',
      'source',
      'claim',
      'statement',
      'assessment',
      'position',
      'agreement',
      'tally',
    ])
      expect(everyRow(graph.connection)[table], table).toEqual([])
    await graph.done({ kind: 'undo', revision: emptied.id })
    const after = everyRow(graph.connection)
    const same = [
      'entity',
      'place',
      'actor',
      'event',
      'source',
      'claim',
      'claim_relation',
      'statement',
      'statement_about',
    ]
    for (const table of [
      ...same,
      'assessment',
      'position',
      'agreement',
      'tally',
      'size',
      'timeline_day',
      'speaks_about',
    ])
      expect(after[table], table).toEqual(before[table])
  })

  it('exchanges slugs back that were exchanged', async () => {
    const graph = new EditedGraph(path)
    const [one, two, three] = [
      await graph.done(actor({ id: 'arland', slug: 'aside' })),
      await graph.done(actor({ id: 'borland', slug: 'arland' })),
      await graph.done(actor({ id: 'aside', slug: 'borland' })),
    ]
    const imported = await graph.done({
      kind: 'record',
      items: {
        actors: [
          { id: 'arland', slug: 'left' },
          { id: 'borland', slug: 'right' },
        ],
      },
    })
    for (const { id } of [imported, three, two, one]) await graph.done({ kind: 'undo', revision: id })
    expect(graph.row("select id from entity where slug = 'arland'")).toEqual({ id: 3 })
    expect(graph.row("select id from entity where slug = 'borland'")).toEqual({ id: 4 })
  })

  it('gives nobody back a slug that another has got since', async () => {
    const graph = new EditedGraph(path)
    const gone = await graph.done({ kind: 'remove', node: 'truce' })
    const taken = await graph.done({
      kind: 'record',
      root: ['input'],
      items: { places: [{ slug: 'truce', name: 'Truce', precision: 'REGION' }] },
    })
    expect((await graph.write({ kind: 'undo', revision: gone.id })).problems).toMatchObject([
      { kind: 'INVALID', path: ['revision'], message: expect.stringContaining('by now') },
    ])
    await graph.done({ kind: 'undo', revision: taken.id })
    await graph.done({ kind: 'undo', revision: gone.id })
    expect(graph.row("select kind from entity where slug = 'truce'")).toEqual({ kind: 'EVENT' })
  })

  it('says what is no revision', async () => {
    const graph = new EditedGraph(path)
    for (const revision of ['revision_99', 'actor_1', '', 'revision_0', 'revision_1e9'])
      expect((await graph.write({ kind: 'undo', revision })).problems, revision).toMatchObject([
        { kind: 'INVALID', path: ['revision'] },
      ])
  })
})
