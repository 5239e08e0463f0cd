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
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { runs } from '../engine.ts'
import { folder, newGraph } from '../graph.ts'
import { everyField, seed, worlds } from '../graph-fixture.ts'
import { randomDossier } from '../random-dossier.ts'
import { startServer } from '../server/fixture.ts'
import { written } from './written.ts'

const { of } = worlds()
const path = folder()

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

async function expectSame(graph: ImmediateEngine, baseUrl: string | null = null): Promise<string[]> {
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
      { numRuns: runs(5), endOnFailure: true },
    )
  })
})

/** A graph of a dossier that is given as data. */
function graphOf(dossier: Record<string, unknown>): ImmediateEngine {
  const file = join(path, 'given.json')
  writeFileSync(file, JSON.stringify({ hearsay: 1, ...dossier }))
  const graph = newGraph(path)
  importDossiers(graph, [file])
  return graph
}

/** The records of a graph's JSON-LD, by their slugs. */
function recordsOf(graph: ImmediateEngine): Record<string, Record<string, unknown>> {
  const { '@graph': records } = JSON.parse(written(graph, jsonLd).text)
  return Object.fromEntries(records.map((record: { slug: string }) => [record.slug, record]))
}

describe('linked data', () => {
  it('has the words of PROV, schema.org and W3C annotations', async () => {
    const triples = (await expectSame(of(everyField).writer)).map((line) => {
      const [subject, predicate, object] = JSON.parse(line)
      return [subject.value, predicate.value, object.value].join(' ')
    })
    const moss = 'urn:hearsay:statement:moss-nobody-left'
    const [oa, prov, schema] = [
      'http://www.w3.org/ns/oa#',
      'http://www.w3.org/ns/prov#',
      'https://schema.org/',
    ]
    expect(triples).toEqual(
      expect.arrayContaining([
        `${moss} ${prov}wasQuotedFrom urn:hearsay:source:gazette-24-may`,
        `${moss} ${prov}wasAttributedTo urn:hearsay:actor:ada-moss`,
        `${moss}#delegation ${prov}agent urn:hearsay:actor:ministry`,
        `urn:hearsay:actor:ada-moss ${prov}qualifiedDelegation ${moss}#delegation`,
        `${moss}#annotation ${oa}hasBody ${moss}`,
        `${moss}#target ${oa}hasSource urn:hearsay:source:gazette-24-may`,
        `${moss}#quote ${oa}exact Nobody is left,`,
        `${moss}#position ${oa}start 52`,
        `urn:hearsay:claim:raiders-hold-bridge ${schema}appearance urn:hearsay:source:herald-25-may`,
        `urn:hearsay:assessment:herald-on-raid ${schema}itemReviewed urn:hearsay:claim:raid-failed`,
        `urn:hearsay:assessment:herald-on-raid#rating ${schema}alternateName Disputed`,
        `urn:hearsay:source:gazette-24-may ${schema}datePublished 2023-05-24`,
        'urn:hearsay:place:northland http://www.w3.org/2004/02/skos/core#altLabel Le Nord',
      ]),
    )
  })

  const actors = [{ slug: 'ada', name: 'Ada', type: 'PERSON' }]
  const said = { source: 'wide', speaker: 'ada', text: 'Ours.', quoteType: 'DIRECT', act: 'STATE' }

  it('counts characters where the W3C does, and code units beside them', () => {
    const sources = [
      { slug: 'wide', title: 'Wide', kind: 'POST', text: '😀😀 Ours.' },
      { slug: 'unknown', title: 'Unknown', kind: 'POST' },
    ]
    const span = { start: 5, end: 10, exact: 'Ours.' }
    const graph = graphOf({
      ...{ actors, sources },
      statements: [
        { slug: 'known', ...said, span },
        { slug: 'unseen', ...said, source: 'unknown', span },
      ],
    })
    const { known, unseen } = recordsOf(graph)
    const counted = { start: 3, end: 8, utf16Start: 5, utf16End: 10 }
    expect(known).toMatchObject({ annotation: { target: { selector: [{ exact: 'Ours.' }, counted] } } })
    expect(JSON.stringify(unseen)).toContain('"utf16Start":5')
    expect(JSON.stringify(unseen)).not.toContain('"start"')
    graph.close()
  })

  it('says in PROV and schema.org what counts alone', () => {
    const graph = graphOf({
      actors,
      sources: [{ slug: 'wide', title: 'Wide', kind: 'POST' }],
      statements: [
        { slug: 'accepted', ...said },
        { slug: 'rejected', ...said, review: 'REJECTED' },
      ],
    })
    const { accepted, rejected } = recordsOf(graph)
    expect(accepted).toMatchObject({ wasAttributedTo: 'urn:hearsay:actor:ada', review: 'ACCEPTED' })
    expect(rejected).toMatchObject({ type: ['hearsay:Statement'], speaker: 'urn:hearsay:actor:ada' })
    expect(Object.keys(rejected ?? {})).not.toContain('wasAttributedTo')
    graph.close()
  })

  it('has addresses that are no IRIs as they are', () => {
    const [plain, odd] = ['https://example.org/a?q=é', 'https://example.org/a b']
    const source = { title: 'A', kind: 'POST' }
    const graph = graphOf({ sources: [{ slug: 'a', ...source, url: plain, archivedUrl: odd }] })
    const archivedAt = { '@value': odd, '@type': 'xsd:anyURI' }
    expect(recordsOf(graph).a).toMatchObject({ url: plain, archivedAt })
    graph.close()
  })
})

describe('/context.jsonld', async () => {
  const { url } = await startServer({ allowOrigin: ['https://reader.example'] })

  it('is the context that is in each export', async () => {
    const headers = { origin: 'https://reader.example' }
    const response = await fetch(`${url}/context.jsonld`, { headers })
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/ld+json')
    expect(response.headers.get('access-control-allow-origin')).toBe('https://reader.example')
    const { '@context': context } = JSON.parse(written(of(seed).writer, jsonLd).text)
    expect(await response.json()).toEqual({ '@context': context })
    expect((await fetch(`${url}/context.jsonld`, { method: 'PUT' })).status).toBe(405)
  })
})
