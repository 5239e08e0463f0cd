import { describe, expect, it } from 'vitest'
import type { Section } from '../../src/values/node-kinds.ts'
import { exported } from '../exported.ts'
import { folder } from '../graph.ts'
import { EditedGraph } from './edits.ts'

const path = folder()

const statement = (more: Record<string, unknown>) => ({
  ...{
    slug: 'node',
    source: 'leaflet',
    speaker: 'arland',
    text: 'Words.',
    quoteType: 'DIRECT',
    act: 'STATE',
  },
  ...more,
})

/** A node that names the actor who is merged, and a change of it that has nothing to do with that. */
const nodes: readonly (readonly [Section, Record<string, unknown>, Record<string, unknown>])[] = [
  ['statements', statement({ speaker: 'merged' }), { cue: 'added' }],
  ['statements', statement({ onBehalfOf: 'merged' }), { cue: 'added' }],
  ['statements', statement({ about: ['merged'] }), { cue: 'added' }],
  ['statements', statement({ about: ['merged', 'stays'] }), { cue: 'added' }],
  ['statements', statement({ speaker: 'merged', onBehalfOf: 'stays' }), { cue: 'added' }],
  ['statements', statement({ speaker: 'stays', addressee: 'merged' }), { cue: 'added' }],
  ['claims', { slug: 'node', text: 'A claim.', kind: 'INTENT', subject: 'merged' }, { text: 'Another.' }],
  ['sources', { slug: 'node', title: 'A page', kind: 'ARTICLE', publisher: 'merged' }, { author: 'Ann' }],
  [
    'events',
    {
      ...{ slug: 'node', name: 'An event', type: 'CONSULT', when: '2023' },
      participants: [
        { actor: 'merged', role: 'PARTY' },
        { actor: 'arland', role: 'PARTY' },
      ],
    },
    { description: 'Changed.' },
  ],
  [
    'actors',
    {
      ...{ slug: 'node', name: 'Ann Moe', type: 'PERSON' },
      affiliations: [
        { organization: 'merged', role: 'MEMBER' },
        { organization: 'arland', role: 'MEMBER' },
      ],
    },
    { description: 'Changed.' },
  ],
]

const organization = (slug: string) => ({ slug, name: slug, type: 'ORGANIZATION', kind: 'COMPANY' })
const merge = { kind: 'merge', of: 'ENTITY', into: 'stays', from: ['merged'] } as const

it('what named a node that has been merged is not undone before the merge, which is told', async () => {
  const graph = new EditedGraph(path)
  await graph.done({ kind: 'record', items: { actors: [organization('merged'), organization('stays')] } })
  await graph.done({ kind: 'record', items: { statements: [statement({ speaker: 'merged' })] } })
  const first = exported(graph.connection)
  const changed = await graph.done({
    kind: 'record',
    items: { statements: [{ id: 'node', speaker: 'arland' }] },
  })
  const merged = await graph.done(merge)
  expect((await graph.write({ kind: 'undo', revision: changed.id })).problems).toMatchObject([
    { message: expect.stringContaining(`was merged into another by ${merged.id}: take that apart first`) },
  ])
  await graph.done({ kind: 'unmerge', revision: merged.id })
  await graph.done({ kind: 'undo', revision: changed.id })
  expect(exported(graph.connection)).toBe(first)
})

describe.each(nodes)('of %s, %j', (section, node, change) => {
  const newGraph = async () => {
    const graph = new EditedGraph(path)
    await graph.done({
      kind: 'record',
      items: { actors: [organization('merged'), organization('stays')] },
    })
    const { nodes: made } = await graph.done({ kind: 'record', items: { [section]: [node] } })
    const id = `${section.slice(0, -1)}_${made[0]?.key}`
    return {
      graph,
      id,
      first: exported(graph.connection),
      undo: (revision: string) => graph.done({ kind: 'undo', revision }),
    }
  }

  it('what was changed while a merge stood names what it named before, when the change is undone after the merge', async () => {
    const { graph, first, undo } = await newGraph()
    const merged = await graph.done(merge)
    const changed = await graph.done({ kind: 'record', items: { [section]: [{ id: 'node', ...change }] } })
    await graph.done({ kind: 'unmerge', revision: merged.id })
    await undo(changed.id)
    expect(exported(graph.connection)).toBe(first)
  })

  it('what was removed while a merge stood names what it named before, when it is brought back after the merge', async () => {
    const { graph, id, first, undo } = await newGraph()
    const merged = await graph.done(merge)
    const removed = await graph.done({ kind: 'remove', node: id })
    await graph.done({ kind: 'unmerge', revision: merged.id })
    await undo(removed.id)
    expect(exported(graph.connection)).toBe(first)
  })

  it('a merge that was made again moves back what came back later', async () => {
    const { graph, id, first, undo } = await newGraph()
    const merged = await graph.done(merge)
    const standing = exported(graph.connection)
    const removed = await graph.done({ kind: 'remove', node: id })
    const apart = await graph.done({ kind: 'unmerge', revision: merged.id })
    await undo(apart.id)
    await undo(removed.id)
    expect(exported(graph.connection)).toBe(standing)
    await undo(merged.id)
    expect(exported(graph.connection)).toBe(first)
  })
})
