import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { importDossiers } from '../../src/dossier/import.ts'
import { TextFile } from '../../src/dossier/text-file.ts'
import { formatOfFile } from '../../src/formats/import-formats.ts'
import { jsonLdImport } from '../../src/formats/in/jsonld/json-ld-import.ts'
import { rdfImport } from '../../src/formats/in/jsonld/rdf-import.ts'
import { jsonLd } from '../../src/formats/out/linked-data/json-ld.ts'
import { nQuads, turtle } from '../../src/formats/out/linked-data/rdf-formats.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { runs } from '../engine.ts'
import { exported } from '../exported.ts'
import { folder, newGraph } from '../graph.ts'
import { everyField, seed, worlds } from '../graph-fixture.ts'
import { randomDossier } from '../random-dossier.ts'
import { fileOf, importForeign } from './imported.ts'
import { annotation, importData, review } from './jsonld-samples.ts'
import { written } from './written.ts'

const { of } = worlds()
const path = folder()

const ways = [
  [jsonLd, jsonLdImport],
  [turtle, rdfImport],
  [nQuads, rdfImport],
] as const

async function expectSameBack(graph: ImmediateEngine, baseUrl: string | null): Promise<void> {
  for (const [out, into] of ways) {
    const back = newGraph(path)
    const file = fileOf(written(graph, out, baseUrl).text, out.endings[0] ?? '')
    const outcome = await importForeign(back, into, file)
    expect(outcome.problems).toEqual([])
    expect(outcome.left).toEqual({})
    expect(exported(back)).toBe(exported(graph))
    back.close()
  }
}

it('is told by what a file begins with, and triples by its name', () => {
  const graph = of(everyField).writer
  const files = [
    [fileOf(JSON.stringify(review), 'json'), 'jsonld'],
    [fileOf(JSON.stringify([annotation]), 'json'), 'jsonld'],
    [fileOf(written(graph, jsonLd).text, 'json'), 'jsonld'],
    [fileOf('{}', 'jsonld'), 'jsonld'],
    [fileOf(written(graph, turtle).text, 'ttl'), 'rdf'],
    [fileOf(written(graph, nQuads).text, 'nq'), 'rdf'],
    [fileOf(exported(graph, 'json'), 'json'), undefined],
  ] as const
  for (const [name, format] of files) {
    const file = TextFile.open(name)
    expect(formatOfFile(file)?.name).toBe(format)
    file.close()
  }
})

describe('our own linked data, in each form', () => {
  it.each([
    [seed, null],
    [everyField, null],
    [everyField, 'https://graph.example/g'],
  ])('of %s (pages at %s) makes the same graph again', async (file, baseUrl) => {
    await expectSameBack(of(file).writer, baseUrl)
  })

  it('comes back from a tool that has taken its records apart', async () => {
    const graph = of(everyField).writer
    const flat = await jsonld.flatten(JSON.parse(written(graph, jsonLd).text))
    const back = newGraph(path)
    const { problems, left } = await importData(back, flat)
    expect(problems).toEqual([])
    expect(left).toEqual({})
    // Such a tool sorts records by their names.
    const sorted = (text: string) => text.split('\n').sort()
    expect(sorted(exported(back))).toEqual(sorted(exported(graph)))
    back.close()
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
      { numRuns: runs(4), endOnFailure: true },
    )
  })
})

describe('a file that is wrong', () => {
  const problemsOf = async (text: string | Uint8Array, ending = 'jsonld') => {
    const graph = newGraph(path)
    const before = exported(graph)
    const { problems, summary } = await importForeign(
      graph,
      ending === 'jsonld' ? jsonLdImport : rdfImport,
      fileOf(text, ending),
    )
    expect(summary).toBeNull()
    expect(exported(graph)).toBe(before)
    graph.close()
    return problems.map((problem) => problem.replace(/^foreign-\d+\.\w+/, 'file'))
  }
  const own = () => written(of(everyField).writer, jsonLd).text
  const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

  it('is refused whole, and told by its line', async () => {
    const text = own()
    const line = lineOf(text, '"id":"urn:hearsay:statement:band-holds"')
    const [stance] = await problemsOf(
      text.replace(
        '"stance":"AFFIRMS","certainty":"CERTAIN","review":"ACCEPTED","statedIn":"urn:hearsay:source:herald',
        '"stance":"AFIRMS","certainty":"CERTAIN","review":"ACCEPTED","statedIn":"urn:hearsay:source:herald',
      ),
    )
    expect(stance).toMatch(
      new RegExp(`^file:${line}:\\d+ @graph\\[\\d+\\]\\.stance "AFIRMS": should be one of`),
    )
    expect(await problemsOf(text.slice(0, 5000))).toEqual([
      expect.stringMatching(/^file:\d+:\d+ is not whole/),
    ])
    expect(await problemsOf(Buffer.from(text, 'utf16le'))).toEqual([
      expect.stringMatching(/^file:\d+(:\d+)? .*is not/),
    ])
    const twice = text.replace('"slug":"band-holds"', '"slug":"band-holds","slug":"other"')
    expect(await problemsOf(twice)).toEqual([
      expect.stringMatching(new RegExp(`^file:${line}:\\d+ "slug": is a key`)),
    ])
    const again = text.replace('\n]}', `,\n${text.split('\n')[line - 1]?.replace(/,$/, '')}\n]}`)
    expect(await problemsOf(again)).toEqual([
      expect.stringMatching(new RegExp(`is taken by a statement already, at .*:${line}$`)),
    ])
  })

  it.each([
    ['', 'file:1:1 is empty'],
    ['[', /^file:1:2 is not whole/],
    ['['.repeat(1_000_000), /^file:1:1000001 is not whole/],
    [`${'['.repeat(200)}${']'.repeat(200)}`, 'file:1:1 is nested too deeply to be read'],
    [
      '{\n"@context": "https://elsewhere.example/context",\n"@type": "ClaimReview"}',
      /^file:2:1 @context "https:\/\/elsewhere.example\/context": is a context that is not known here, and nothing is fetched/,
    ],
    [
      '{"@context": "https://schema.org", "@graph": [{"@type": "Claim"},\n{"@type": "ClaimReview", "@id": {}}]}',
      /^file:2:1 @graph\[1\] .*: is not JSON-LD: /,
    ],
    [
      `{"@context": "https://schema.org", "@type": "ClaimReview",\n "claimReviewed": "a\\u0000b"}`,
      /^file:2:2 claimReviewed .*: has the character NUL/,
    ],
  ])('of JSON, number %#', async (text, expected) => {
    expect(await problemsOf(text)).toEqual([
      typeof expected === 'string' ? expect.stringContaining(expected) : expect.stringMatching(expected),
    ])
  })

  it.each<[string, string | Uint8Array, RegExp]>([
    ['ttl', '@prefix a: <urn:a:>.\na:b a:c\na:d a:e.', /^file:3 is no RDF: Expected punctuation/],
    ['nq', '<urn:a> <urn:b> "c" .\n<urn:a> <urn:b> "c', /^file:2 is no RDF: /],
    ['nq', '<urn:a> <urn:b> "c" .\n<urn:d> <urn:b> "\\u0000" .', /^file:2:1 urn:d: has the character NUL/],
    ['ttl', Buffer.from([0x3c, 0xff, 0xfe]), /^file:1:1 is not text in UTF-8/],
  ])('of triples, %s %#', async (ending, content, expected) => {
    expect(await problemsOf(content, ending)).toEqual([expect.stringMatching(expected)])
  })

  it('names nodes of which it does not tell the slug', async () => {
    const text = written(of(everyField).writer, jsonLd, 'https://graph.example').text
    const lines = text.split('\n')
    const without = lines.filter((line) => !line.includes('"slug":"red-band"')).join('\n')
    const problems = await problemsOf(without)
    expect(problems[0]).toMatch(
      /^file:\d+:\d+ @graph\[\d+\] .*names https:\/\/graph.example\/actor\/actor_\d+/,
    )
  })
})

describe('any JSON', () => {
  const junk = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1.5,
      '',
      ' ',
      'x',
      '@id',
      '_:b',
      'a:b',
      'https://',
      '#',
      [],
      {},
      [[]],
      [null],
    ),
    fc.constantFrom<unknown>(
      { '@id': '#a' },
      { '@value': 1 },
      { '@list': ['a'] },
      { '@type': 'Claim' },
      { name: [1] },
      ['a', 'b'],
    ),
  )
  const samples: unknown[] = [review, annotation]

  it('is imported or refused in words, whatever stands in the place of something', async () => {
    const graph = newGraph(path)
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (draw) => {
        const changed = (value: unknown): unknown => {
          if (draw(fc.nat, { max: 14 }) === 0) return draw(() => junk)
          if (Array.isArray(value)) return value.map(changed)
          if (typeof value !== 'object' || value === null) return value
          return Object.fromEntries(
            Object.entries(value).map(([key, each]) => [key, key === '@context' ? each : changed(each)]),
          )
        }
        const data = changed(samples[draw(fc.nat, { max: 1 })])
        const { summary, problems } = await importData(graph, data)
        expect(summary === null).toBe(problems.length > 0)
        for (const problem of problems) expect(problem).toMatch(/^foreign-\d+\.jsonld:\d+/)
      }),
      { numRuns: runs(60), endOnFailure: true },
    )
    graph.close()
  })
})
