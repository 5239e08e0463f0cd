import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { plover } from '../../src/formats/in/plover/plover-format.ts'
import { folder, newGraph } from '../graph.ts'
import { importForeign } from './imported.ts'

const path = folder()
const file = '/work/shared/data/actors/PLOVER_GSR_CAMEO.txt'

describe.skipIf(!existsSync(file))('PLOVER’s own records (in /work/shared)', () => {
  it('become nodes, and change nothing when they come again', async () => {
    const graph = newGraph(path)
    const first = await importForeign(graph, plover, file)
    expect(first.problems).toEqual([])
    console.log(JSON.stringify(first))
    const again = await importForeign(graph, plover, file)
    for (const counts of Object.values(again.summary ?? {}))
      expect(counts).toMatchObject({ created: 0, updated: 0 })
  })
})
