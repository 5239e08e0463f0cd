import { expect, it } from 'vitest'
import { folder } from '../graph.ts'
import { EditedGraph } from './edits.ts'

const path = folder()

it('the name of a node that was merged is known as that of the one that stays: nothing is a part of itself by it', async () => {
  const graph = new EditedGraph(path)
  const place = (slug: string) => ({ slug, name: slug, precision: 'EXACT' })
  await graph.done({ kind: 'record', items: { places: [place('merged'), place('stays')] } })
  await graph.done({ kind: 'merge', of: 'ENTITY', into: 'stays', from: ['merged'] })
  for (const item of [
    { ...place('merged'), partOf: 'stays' },
    { ...place('stays'), partOf: 'merged' },
  ])
    expect((await graph.write({ kind: 'record', items: { places: [item] } })).problems).toMatchObject([
      { message: expect.stringContaining('is the place itself') },
    ])
})
