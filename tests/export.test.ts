import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportDossier } from '../src/dossier/export.ts'
import { type DossierFormat, dossierFormats } from '../src/dossier/file-format.ts'
import { importDossiers } from '../src/dossier/import.ts'
import type { Connection } from '../src/sql/sqlite/connection.ts'
import { derivedBySlug } from './export-derived.ts'
import { folder, newGraph } from './graph.ts'
import { seed, worlds } from './graph-fixture.ts'
import { randomDossier } from './random-dossier.ts'

const { of } = worlds()
const path = folder()
let made = 0

function exported(graph: Connection, format: DossierFormat = 'jsonl'): string {
  let text = ''
  exportDossier(graph, format, (piece) => {
    text += piece
  })
  return text
}

/** A new graph of what a text says. */
function imported(text: string, format: DossierFormat): Connection {
  const file = join(path, `dossier-${++made}.${format}`)
  writeFileSync(file, text)
  const graph = newGraph(path)
  importDossiers(graph, [file])
  return graph
}

const dossiers = readdirSync(new URL('dossiers', import.meta.url)).map(
  (name) => new URL(`dossiers/${name}`, import.meta.url).pathname,
)

describe('an exported dossier', () => {
  it.each([seed, ...dossiers])('of %s makes the same graph, in each format', (file) => {
    const graph = of(file).writer
    for (const format of dossierFormats) {
      const text = exported(graph, format)
      if (process.env.SHOW) console.log(text.slice(0, 3000))
      expect(exported(imported(text, format), format)).toBe(text)
      expect(exported(imported(text, format))).toBe(exported(graph))
    }
  })
})

describe('any graph', () => {
  it('is made again from its dossier: the same bytes, and the same that is derived', () => {
    fc.assert(
      fc.property(fc.gen(), fc.constantFrom(...dossierFormats), (draw, format) => {
        const graph = imported(JSON.stringify(randomDossier(draw)), 'json')
        const again = imported(exported(graph, format), format)
        expect(exported(again)).toBe(exported(graph))
        expect(derivedBySlug(again)).toEqual(derivedBySlug(graph))
        graph.close()
        again.close()
      }),
      { numRuns: Number(process.env.HEARSAY_EXPORTS ?? 12), endOnFailure: true },
    )
  }, 600_000)
})
