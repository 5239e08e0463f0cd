import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { viina } from '../../src/formats/in/viina/viina-formats.ts'
import { folder, newGraph } from '../graph.ts'
import { importForeign } from './imported.ts'

const path = folder()
const data = '/work/shared/data/viina'
const years = [2022, 2023, 2024, 2025]

describe.skipIf(!existsSync(data))('VIINA’s own files', () => {
  it('become nodes, and change nothing when they come again', async () => {
    const graph = newGraph(path)
    for (const _time of [1, 2])
      for (const year of years) {
        const first = await importForeign(graph, viina, `${data}/viina_${year}.csv`)
        expect(first.problems).toEqual([])
        console.log(year, JSON.stringify(first.summary), JSON.stringify(first.left))
      }
  })
})
