import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { importDossiers } from '../../src/dossier/import.ts'
import { jsonLdImport } from '../../src/formats/in/jsonld/json-ld-import.ts'
import { rdfImport } from '../../src/formats/in/jsonld/rdf-import.ts'
import { jsonLd } from '../../src/formats/out/linked-data/json-ld.ts'
import { nQuads, turtle } from '../../src/formats/out/linked-data/rdf-formats.ts'
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

const ways = [
  [jsonLd, jsonLdImport],
  [turtle, rdfImport],
  [nQuads, rdfImport],
] as const

async function expectSameBack(graph: Connection, baseUrl: string | null): Promise<void> {
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
      { numRuns: 6, endOnFailure: true },
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

const importedData = async (...files: unknown[]) => {
  const graph = newGraph(path)
  const outcomes = []
  for (const data of files) outcomes.push(await importData(graph, data))
  const items = itemsOf(graph)
  graph.close()
  return { items, outcomes, ...outcomes[0] }
}

describe('a ClaimReview', () => {
  it('tells who checked which claim, what came of it, and who had made it where', async () => {
    const { items, problems, left } = await importedData(review)
    expect(problems).toEqual([])
    expect(left).toEqual({ 'properties (jobTitle)': 1 })
    expect(items.actor).toMatchObject([
      { slug: 'ada-moss', name: 'Ada Moss', type: 'PERSON' },
      { slug: 'checks', type: 'ORGANIZATION', kind: 'OTHER', links: { website: 'https://checks.example' } },
    ])
    expect(items.source).toMatchObject([
      { title: 'Review of “The moon is made of cheese”', publisher: 'checks', publishedAt: '2023-05-24' },
      { title: 'Cheese', kind: 'ARTICLE', url: 'https://news.example/moon' },
    ])
    const [{ slug: claim } = {}] = items.claim ?? []
    expect(items.claim).toMatchObject([{ text: 'The moon is made of cheese', kind: 'OTHER' }])
    const said = { speaker: 'ada-moss', claim, stance: 'AFFIRMS', certainty: 'CERTAIN', saidAt: '2023-05-20' }
    expect(items.statement).toMatchObject([
      { ...said, source: items.source?.[1]?.slug, quoteType: 'INDIRECT' },
    ])
    const judged = { assessor: 'checks', claim, verdict: 'REFUTED', date: '2023-05-24' }
    expect(items.assessment).toMatchObject([
      { ...judged, method: 'Rated “Pants on Fire!” (1 of 5).', evidence: items.source?.[0]?.slug },
    ])
  })

  it('comes in every form of JSON-LD', async () => {
    const { items: expected } = await importedData(review)
    const { '@context': _, ...bare } = review
    const forms: unknown[] = [
      bare,
      [review],
      { '@context': 'http://schema.org/', '@graph': [bare] },
      {
        '@context': 'http://schema.org',
        '@type': 'DataFeed',
        dataFeedElement: [{ '@type': 'DataFeedItem', item: [bare] }],
      },
      {
        '@context': ['https://schema.org/', { '@language': 'en' }],
        '@type': ['WebPage', 'Article'],
        mainEntity: { ...bare },
      },
      {
        '@context': { s: 'http://schema.org/' },
        ...JSON.parse(
          JSON.stringify(bare)
            .replace(/"(\w+)":/g, '"s:$1":')
            .replaceAll(/"@type":"(\w+)"/g, '"@type":"s:$1"'),
        ),
      },
      {
        '@context': 'https://schema.org',
        '@graph': [
          { ...bare, author: { '@id': '#us' }, itemReviewed: { '@id': '#it' } },
          { '@id': '#us', ...bare.author },
          { '@id': '#it', ...bare.itemReviewed },
        ],
      },
    ]
    for (const form of forms) {
      const { items, problems } = await importedData(form)
      expect(problems, JSON.stringify(form)).toEqual([])
      expect(items, JSON.stringify(form)).toEqual(expected)
    }
  })

  it('changes nothing when it is read again, and names what is there by its slug', async () => {
    const graph = newGraph(path)
    const dossier = {
      hearsay: 1,
      actors: [{ slug: 'senator-moss', name: 'Ada Moss', type: 'PERSON', description: 'Kept.' }],
    }
    const file = join(path, 'known.json')
    writeFileSync(file, JSON.stringify(dossier))
    importDossiers(graph, [file])
    await importData(graph, review)
    const first = exported(graph)
    expect(itemsOf(graph).statement).toMatchObject([{ speaker: 'senator-moss' }])
    expect(itemsOf(graph).actor).toHaveLength(2)
    await importData(graph, [review])
    expect(exported(graph)).toBe(first)
    graph.close()
  })

  it('has no claimant where a word stands for nobody in particular, and none is named', async () => {
    const { items, left } = await importedData([
      {
        ...review,
        itemReviewed: { '@type': 'Claim', author: { '@type': 'Organization', name: 'Viral posts' } },
      },
      {
        ...review,
        claimReviewed: 'Snow is black',
        url: 'https://checks.example/snow',
        itemReviewed: { '@type': 'Claim' },
      },
    ])
    expect(items.actor).toMatchObject([{ name: 'Checks' }, { name: 'Viral posts', unnamed: true }])
    expect(items.statement).toMatchObject([{ source: items.source?.[0]?.slug }])
    expect(left).toEqual({ 'claims whose author is not named': 1 })
  })

  const words = (alternateName: string) => ({ '@type': 'Rating', alternateName })
  const verdicts: readonly (readonly [unknown, string])[] = [
    [words('False'), 'REFUTED'],
    [words('FALSE - the picture is of 2014'), 'REFUTED'],
    [words('Mostly False.'), 'REFUTED'],
    [words('Faux'), 'REFUTED'],
    [words('Falso'), 'REFUTED'],
    [words('Größtenteils falsch'), 'REFUTED'],
    [words('Фейк'), 'REFUTED'],
    [words('Неправда'), 'REFUTED'],
    [words('كاذب'), 'REFUTED'],
    [words('虛假'), 'REFUTED'],
    [words('Half True'), 'PARTLY_VERIFIED'],
    [words('Misleading'), 'PARTLY_VERIFIED'],
    [words('Engañoso'), 'PARTLY_VERIFIED'],
    [words('Напівправда'), 'PARTLY_VERIFIED'],
    [words('Unproven'), 'UNVERIFIED'],
    [words('Disputed'), 'DISPUTED'],
    [words('True'), 'VERIFIED'],
    [words('Правда'), 'VERIFIED'],
    ['False', 'REFUTED'],
    [{ ratingValue: 'Falso' }, 'REFUTED'],
    [{ ratingValue: 5, bestRating: 5, worstRating: 1 }, 'VERIFIED'],
    [{ ratingValue: '1', bestRating: '5', worstRating: '1' }, 'REFUTED'],
    [words('Satire'), 'verdicts (“Satire”)'],
    [words('Not false'), 'verdicts (“Not false”)'],
    [words('Full Flop'), 'verdicts (“Full Flop”)'],
    [{ ratingValue: 3, bestRating: 5, worstRating: 1 }, 'verdicts (3 of 5)'],
    [{ ratingValue: 1 }, 'verdicts (1)'],
    [{ ratingValue: 1, bestRating: 1, worstRating: 1 }, 'verdicts (1 of 1)'],
    [undefined, 'verdicts (without a rating)'],
  ]

  it('has a verdict where its rating has usual words or clear numbers, and else is counted', async () => {
    const reviews = verdicts.map(([reviewRating], index) => ({
      ...{ ...review, url: `https://checks.example/${index}`, itemReviewed: undefined },
      ...{ claimReviewed: `Number ${index}`, reviewRating },
    }))
    const { items, left } = await importedData(reviews)
    const slugOf = new Map(items.claim?.map(({ text, slug }) => [text, slug]))
    const given = verdicts.map(([, outcome], index) => {
      const slug = slugOf.get(`Number ${index}`)
      const { verdict } = items.assessment?.find(({ claim }) => claim === slug) ?? {}
      return verdict ?? (left?.[outcome] === 1 && outcome)
    })
    expect(given).toEqual(verdicts.map(([, outcome]) => outcome))
  })

  it('is about a work itself in older markup', async () => {
    const { items } = await importedData({
      ...review,
      itemReviewed: {
        '@type': 'CreativeWork',
        url: 'https://news.example/old',
        author: 'Ada Moss',
        datePublished: 'last May',
      },
    })
    expect(items.statement).toMatchObject([
      { speaker: 'ada-moss', source: expect.stringContaining('news-example-old') },
    ])
  })

  it('counts what it does not read', async () => {
    const { left } = await importedData([
      { ...review, image: 'https://checks.example/a.png', datePublished: 'May 24' },
      { ...review, claimReviewed: undefined },
      { '@context': 'https://schema.org', '@type': 'Recipe', name: 'Soup' },
      17,
    ])
    expect(left).toEqual({
      'properties (jobTitle)': 2,
      'properties (image)': 1,
      'dates that are not ISO 8601': 2,
      'reviews that do not say which claim': 1,
      'records (Recipe)': 1,
      'values that are no records': 1,
    })
  })
})

describe('a Claim', () => {
  it('stands where it appeared first, by whoever made it', async () => {
    const { items, left } = await importedData({
      '@context': 'https://schema.org',
      '@type': 'Claim',
      name: 'The bridge is open',
      author: [{ '@type': 'GovernmentOrganization', name: 'Ministry of Rivers' }],
      firstAppearance: {
        '@type': 'SocialMediaPosting',
        url: 'https://posts.example/1',
        datePublished: '2023-05-24T10:00:00+0000',
      },
      appearance: ['https://news.example/2', 'https://news.example/3'],
    })
    expect(items.source).toMatchObject([{ kind: 'POST', publishedAt: '2023-05-24T10:00:00+00:00' }])
    expect(items.statement).toMatchObject([{ speaker: 'ministry-of-rivers', stance: 'AFFIRMS' }])
    expect(left).toEqual({ 'further appearances of claims': 2 })
  })
})

describe('an annotation', () => {
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

  it('says what its body says, and proposes the words that it points to', async () => {
    const { items, problems, left } = await importedData(annotation)
    expect(problems).toEqual([])
    expect(left).toEqual({})
    expect(items.source).toMatchObject([
      { title: 'https://news.example/moon', url: 'https://news.example/moon' },
      {
        title: 'Annotation of “It is cheese.”',
        url: 'https://notes.example/1',
      },
    ])
    const span = { start: 10, end: 23, exact: 'It is cheese.', prefix: 'said: ' }
    expect(items.statement).toMatchObject([
      { text: 'It is cheese.', span, review: 'PROPOSED', source: items.source?.[0]?.slug },
      { text: 'He said otherwise in May.', speaker: 'jane-doe', source: items.source?.[1]?.slug },
    ])
    expect(items.statement?.[1]?.review).toBeUndefined()
    expect(items.actor).toMatchObject([{ name: 'Jane Doe' }, { name: 'Unnamed', unnamed: true }])
  })

  it('comes as Turtle', async () => {
    const graph = newGraph(path)
    const text = `@prefix oa: <http://www.w3.org/ns/oa#>. @prefix dcterms: <http://purl.org/dc/terms/>.
      @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>. @prefix foaf: <http://xmlns.com/foaf/0.1/>.
      <https://notes.example/1> a oa:Annotation; oa:motivatedBy oa:commenting; dcterms:creator [foaf:name "Jane Doe"];
        dcterms:created "2023-05-25T10:00:00Z"; oa:hasBody [a oa:TextualBody; rdf:value "He said otherwise in May."];
        oa:hasTarget [oa:hasSource <https://news.example/moon>; oa:hasSelector
          [a oa:TextQuoteSelector; oa:exact "It is cheese."; oa:prefix "said: "],
          [a oa:TextPositionSelector; oa:start 10; oa:end 23]].`
    const { problems, left } = await importForeign(graph, rdfImport, fileOf(text, 'ttl'))
    expect(problems).toEqual([])
    expect(left).toEqual({})
    expect(itemsOf(graph)).toEqual((await importedData(annotation)).items)
    graph.close()
  })

  it('is told from others that say the same', async () => {
    const others = [
      annotation,
      { ...annotation, id: 'https://notes.example/2', creator: 'acct:sam@notes.example' },
      {
        ...annotation,
        id: undefined,
        creator: [{ name: 'Sam' }, { name: 'Kim' }],
        body: { value: 'Так.', language: 'uk' },
      },
    ]
    const { items, left, problems } = await importedData(others)
    expect(problems).toEqual([])
    expect(items.actor?.map(({ name }) => name)).toEqual(['Jane Doe', 'Sam', 'sam@notes.example', 'Unnamed'])
    expect(items.source).toHaveLength(4)
    expect(items.statement).toHaveLength(4)
    expect(items.statement?.at(-1)).toMatchObject({ text: 'Так.', language: 'uk' })
    expect(left).toEqual({ 'further creators of annotations': 1 })
  })

  const { '@context': context, body, ...rest } = annotation
  it.each<[string, unknown]>([
    ['a list', [annotation]],
    ['a page', { '@context': context, type: 'AnnotationPage', items: [{ ...rest, body }] }],
    [
      'a collection',
      {
        '@context': context,
        type: 'AnnotationCollection',
        total: 1,
        first: { type: 'AnnotationPage', items: [{ ...rest, body }] },
      },
    ],
    ['a body that is only text', { '@context': context, ...rest, bodyValue: body.value }],
    [
      'a body among tags',
      { ...annotation, body: [{ type: 'TextualBody', value: 'moon', purpose: 'tagging' }, body] },
    ],
    [
      'a creator with a name',
      { ...annotation, creator: { id: 'https://people.example/jane', type: 'Person', name: 'Jane Doe' } },
    ],
    [
      'a target with a fragment',
      { ...annotation, target: { ...annotation.target, source: 'https://news.example/moon#top' } },
    ],
  ])('comes as %s', async (_, data) => {
    const { items } = await importedData(data)
    const { items: expected } = await importedData(annotation)
    expect(items).toEqual(expected)
  })

  it.each<[unknown, Record<string, number>]>([
    [
      { ...annotation, motivation: 'highlighting', body: undefined },
      { 'annotations without a comment (highlighting)': 1 },
    ],
    [
      { ...annotation, motivation: 'tagging' },
      { 'annotations without a comment (tagging)': 1, 'bodies of annotations (tagging)': 1 },
    ],
    [
      { ...annotation, body: 'https://other.example/picture' },
      { 'annotations without a comment (commenting)': 1, 'bodies of annotations (no text)': 1 },
    ],
    [{ ...annotation, creator: undefined }, { 'comments of nobody who is named': 1 }],
    [
      {
        ...annotation,
        target: { ...annotation.target, selector: { type: 'FragmentSelector', value: 'xywh=1,2,3,4' } },
      },
      { 'selectors (FragmentSelector)': 1 },
    ],
    [
      {
        ...annotation,
        target: { ...annotation.target, selector: { type: 'TextQuoteSelector', exact: 'cheese' } },
      },
      { 'quotes without a position': 1 },
    ],
    [{ ...annotation, modified: '2024-01-01T00:00:00Z' }, { 'moments at which annotations were changed': 1 }],
  ])('counts what has no place: %j', async (data, expected) => {
    const { left, problems } = await importedData(data)
    expect(problems).toEqual([])
    expect(left).toEqual(expected)
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
  ])('%#', async (text, expected) => {
    expect(await problemsOf(text)).toEqual([
      typeof expected === 'string' ? expect.stringContaining(expected) : expect.stringMatching(expected),
    ])
  })

  it.each<[string, string | Uint8Array, RegExp]>([
    ['ttl', '@prefix a: <urn:a:>.\na:b a:c\na:d a:e.', /^file:3 is no RDF: Expected punctuation/],
    ['nq', '<urn:a> <urn:b> "c" .\n<urn:a> <urn:b> "c', /^file:2 is no RDF: /],
    ['nq', '<urn:a> <urn:b> "c" .\n<urn:d> <urn:b> "\\u0000" .', /^file:2:1 urn:d: has the character NUL/],
    ['ttl', Buffer.from([0x3c, 0xff, 0xfe]), /^file:1:1 is not text in UTF-8/],
    ['ttl', ' ', /^file:1:1 is empty/],
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
