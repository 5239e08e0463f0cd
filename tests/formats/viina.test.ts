import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { viina } from '../../src/formats/in/viina/viina-formats.ts'
import { folder, newGraph } from '../graph.ts'
import { importForeign } from './imported.ts'

const path = folder()
const data = '/work/shared/data/viina'

describe.skipIf(!existsSync(data))('VIINA’s own files (in /work/shared)', () => {
  it('become nodes, and change nothing when they come again', async () => {
    const graph = newGraph(path)
    const years = [2025, 2024, 2025, 2024]
    for (const [index, year] of years.entries()) {
      const { summary, problems, left } = await importForeign(graph, viina, `${data}/viina_${year}.csv`)
      expect(problems).toEqual([])
      expect(left['column a_rus']).toBe(year === 2025 ? 325 : 543)
      expect(Object.values(summary ?? {}).some(({ created }) => created > 0)).toBe(index < 2)
      expect(Object.values(summary ?? {}).some(({ updated }) => updated > 0)).toBe(false)
    }
  })
})
