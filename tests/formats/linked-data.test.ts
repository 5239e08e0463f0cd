import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import jsonld from 'jsonld'
import { Parser, type Quad } from 'n3'
import { describe, expect, it } from 'vitest'
import { importDossiers } from '../../src/dossier/import.ts'
import type { FileFormat } from '../../src/formats/out/export-format.ts'
import { jsonLd } from '../../src/formats/out/linked-data/json-ld.ts'
import { nQuads, turtle } from '../../src/formats/out/linked-data/rdf-formats.ts'
import type { Connection } from '../../src/sql/sqlite/connection.ts'
import { folder, newGraph } from '../graph.ts'
import { seed, worlds } from '../graph-fixture.ts'
import { randomDossier } from '../random-dossier.ts'
import { written } from './written.ts'

const { of } = worlds()
const path = folder()
const everyField = new URL('../dossiers/every-field.yaml', import.meta.url).pathname

/** Whatever is asked for by its address is refused: an export has all that it needs in it. */
const documentLoader = (url: string): Promise<never> => Promise.reject(new Error(`${url} was asked for`))

const lineOf = ({ subject, predicate, object, graph }: Quad): string =>
  JSON.stringify([subject, predicate, object, graph].map((term) => term.toJSON()))
const parsed = (text: string, format: string): string[] => [
  ...new Set(new Parser({ format }).parse(text).map(lineOf)),
]

/** The triples of JSON-LD, told by jsonld. */
async function expanded(text: string): Promise<string[]> {
  const quads = await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads', documentLoader })
  return parsed(String(quads), 'N-Quads')
}

async function expectSame(graph: Connection, baseUrl: string | null = null): Promise<string[]> {
  const textOf = (format: FileFormat) => written(graph, format, baseUrl).text
  const triples = parsed(textOf(nQuads), 'N-Quads').sort()
  expect(parsed(textOf(turtle), 'Turtle').sort()).toEqual(triples)
  expect((await expanded(textOf(jsonLd))).sort()).toEqual(triples)
  return triples
}

describe('the three forms of linked data', () => {
  it.each([seed, everyField])('say the same of %s', async (file) => {
    const graph = of(file).writer
    expect((await expectSame(graph)).length).toBeGreaterThan(200)
    await expectSame(graph, 'https://graph.example/hearsay')
  })

  it('say the same of any graph, whatever its texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (draw) => {
        const file = join(path, 'random.json')
        writeFileSync(file, JSON.stringify(randomDossier(draw)))
        const graph = newGraph(path)
        try {
          importDossiers(graph, [file])
          await expectSame(graph)
        } finally {
          graph.close()
        }
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })
})
