import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jsonLdImport } from '../../src/formats/in/jsonld/json-ld-import.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { exported } from '../exported.ts'
import { newGraph } from '../graph.ts'
import { fileOf, importForeign } from './imported.ts'

/** All files of tests share this module, and each file's folder goes when it is done. */
const path = mkdtempSync(join(tmpdir(), 'hearsay-'))

export const importData = (graph: ImmediateEngine, data: unknown) =>
  importForeign(graph, jsonLdImport, fileOf(JSON.stringify(data, null, 1), 'jsonld'))

/** All that a graph has, as the items of a dossier by their sections' words. */
export function itemsOf(graph: ImmediateEngine): Record<string, Record<string, unknown>[]> {
  const items: Record<string, Record<string, unknown>[]> = {}
  for (const line of exported(graph).trim().split('\n').slice(1))
    for (const [word, item] of Object.entries(JSON.parse(line))) {
      items[word] ??= []
      items[word].push(item as Record<string, unknown>)
    }
  return items
}

/** What a new graph has after it has imported some data. */
export async function importedData(data: unknown) {
  const graph = newGraph(path)
  const outcome = await importData(graph, data)
  const items = itemsOf(graph)
  graph.close()
  return { items, ...outcome }
}

/** A fact check in the words of schema.org. */
export const review = {
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

/** An annotation of the W3C. */
export const annotation = {
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
