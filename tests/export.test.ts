import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DossierFormat, dossierFormats } from '../src/dossier/file-format.ts'
import { importDossiers } from '../src/dossier/import.ts'
import { storedText } from '../src/reports/formats/bytes.ts'
import { ReportWriter } from '../src/reports/writing/write.ts'
import type { ImmediateEngine } from '../src/sql/engine.ts'
import { runs } from './engine.ts'
import { derivedBySlug, exported } from './exported.ts'
import { folder, newGraph } from './graph.ts'
import { seed, worlds } from './graph-fixture.ts'
import { randomDossier } from './random-dossier.ts'
import { nets } from './reports/reading.ts'

const { of } = worlds()
const path = folder()
let made = 0

/** A new graph of what a text says. */
function imported(text: string, format: DossierFormat): ImmediateEngine {
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

describe('reports that were read', () => {
  const russian = `В Киеве опровергли слова губернатора.\n\n«Мост закрыт», — заявил Иван Петров. МИД России назвал это ложью.\n`
  const texts = [
    nets,
    russian,
    `  \u00a0“Boats\u2028were lost,” said\tAda Moss .\r\n\r\n  An official denied it.  `,
  ]

  it.each(dossierFormats)('are the same again, proposals and unnamed speakers too, in %s', (format) => {
    const { writer } = of(seed)
    const reports = new ReportWriter(writer)
    for (const [index, text] of texts.entries())
      reports.write({
        text: storedText(text),
        title: ` Report: ${index} `,
        url: 'https://example.org/é',
        author: ' A. B. ',
      })
    const text = exported(writer, format)
    expect(text).toContain('unnamed')
    const again = imported(text, format)
    expect(exported(again, format)).toBe(text)
    expect(derivedBySlug(again)).toEqual(derivedBySlug(writer))
    again.close()
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
      { numRuns: runs(Number(process.env.HEARSAY_EXPORTS ?? 12)), endOnFailure: true },
    )
  }, 600_000)
})
