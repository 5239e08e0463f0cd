import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importDossiers } from '../../src/dossier/import.ts'
import { jsonLdImport } from '../../src/formats/in/jsonld/json-ld-import.ts'
import { jsonLd } from '../../src/formats/out/linked-data/json-ld.ts'
import type { Connection } from '../../src/sql/sqlite/connection.ts'
import { exported } from '../exported.ts'
import { folder, newGraph } from '../graph.ts'
import { everyField, seed, worlds } from '../graph-fixture.ts'
import { randomDossier } from '../random-dossier.ts'
import { fileOf, importForeign } from './imported.ts'
import { written } from './written.ts'

const { of } = worlds()
const path = folder()

const importText = (graph: Connection, text: string, ending = 'jsonld') =>
  importForeign(graph, jsonLdImport, fileOf(text, ending))
const importData = (graph: Connection, data: unknown) => importText(graph, JSON.stringify(data, null, 1))

/** All that a graph has, as the items of a dossier by their sections' words. */
function itemsOf(graph: Connection): Record<string, Record<string, unknown>[]> {
  const items: Record<string, Record<string, unknown>[]> = {}
  for (const line of exported(graph).trim().split('\n').slice(1))
    for (const [word, item] of Object.entries(JSON.parse(line))) {
      items[word] ??= []
      items[word].push(item as Record<string, unknown>)
    }
  return items
}

async function expectSameBack(graph: Connection, baseUrl: string | null): Promise<void> {
  const back = newGraph(path)
  const outcome = await importText(back, written(graph, jsonLd, baseUrl).text)
  expect(outcome.problems).toEqual([])
  expect(outcome.left).toEqual({})
  expect(exported(back)).toBe(exported(graph))
  back.close()
}

describe('our own JSON-LD', () => {
  it.each([
    [seed, null],
    [everyField, null],
    [everyField, 'https://graph.example/g'],
  ])('of %s (pages at %s) makes the same graph again', async (file, baseUrl) => {
    await expectSameBack(of(file).writer, baseUrl)
  })

  it('of any graph makes the same graph again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (draw) => {
        const file = join(path, 'random.json')
        writeFileSync(file, JSON.stringify(randomDossier(draw)))
        const graph = newGraph(path)
        try {
          importDossiers(graph, [file])
          await expectSameBack(graph, null)
        } finally {
          graph.close()
        }
      }),
      { numRuns: 8, endOnFailure: true },
    )
  })
})

const review = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://checks.example/moon',
  claimReviewed: 'The moon is made of cheese',
  datePublished: '2023-05-24',
  author: { '@type': 'Organization', name: 'Checks', url: 'https://checks.example' },
  itemReviewed: {
    '@type': 'Claim',
    author: { '@type': 'Person', name: 'Ada Moss', jobTitle: 'Senator' },
    datePublished: '2023-05-20',
    appearance: { '@type': 'NewsArticle', url: 'https://news.example/moon', headline: 'Cheese' },
  },
  reviewRating: {
    '@type': 'Rating',
    ratingValue: '1',
    bestRating: '5',
    worstRating: '1',
    alternateName: 'Pants on Fire!',
  },
}

describe('a ClaimReview', () => {
  it('tells who checked which claim, and who had made it where', async () => {
    const graph = newGraph(path)
    const { problems, left } = await importData(graph, review)
    expect(problems).toEqual([])
    expect(left).toEqual({})
    const { actor, source, claim, statement, assessment } = itemsOf(graph)
    console.log(JSON.stringify({ actor, source, claim, statement, assessment }, null, 1))
    expect(1).toBe(1)
  })
})

const annotation = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'https://notes.example/1',
  type: 'Annotation',
  motivation: 'commenting',
  creator: 'Jane Doe',
  created: '2023-05-25T10:00:00Z',
  body: { type: 'TextualBody', value: 'He said otherwise in May.' },
  target: {
    source: 'https://news.example/moon',
    selector: [
      { type: 'TextQuoteSelector', exact: 'It is cheese.', prefix: 'said: ' },
      { type: 'TextPositionSelector', start: 10, end: 23 },
    ],
  },
}
describe('an annotation', () => {
  it('says', async () => {
    const graph = newGraph(path)
    const { problems, left } = await importData(graph, annotation)
    expect(problems).toEqual([])
    expect(left).toEqual({})
    console.log(JSON.stringify(itemsOf(graph), null, 1))
  })
})
