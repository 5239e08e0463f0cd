import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import jsonld from 'jsonld'
import { describe, expect, it } from 'vitest'
import { importDossiers } from '../../src/dossier/import.ts'
import { rdfImport } from '../../src/formats/in/jsonld/rdf-import.ts'
import { exported } from '../exported.ts'
import { folder, newGraph } from '../graph.ts'
import { fileOf, importForeign } from './imported.ts'
import { importData, importedData, itemsOf, review } from './jsonld-samples.ts'

const path = folder()

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
      const { items, problems, left } = await importedData(form)
      const { 'records (WebPage)': _page, 'records (Article)': _article, ...rest } = left
      expect(rest, JSON.stringify(form)).toEqual({ 'properties (jobTitle)': 1 })
      expect(problems, JSON.stringify(form)).toEqual([])
      expect(items, JSON.stringify(form)).toEqual(expected)
    }
  })

  it('comes as N-Quads', async () => {
    const document = { ...review, '@context': { '@vocab': 'http://schema.org/' } }
    const quads = await jsonld.toRDF(document, { format: 'application/n-quads' })
    const graph = newGraph(path)
    const { problems, left } = await importForeign(graph, rdfImport, fileOf(String(quads), 'nq'))
    expect(problems).toEqual([])
    expect(left).toEqual({ 'properties (jobTitle)': 1 })
    expect(itemsOf(graph)).toEqual((await importedData(review)).items)
    graph.close()
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

  it('is read without the markup of web pages', async () => {
    const { items } = await importedData({
      ...review,
      claimReviewed:
        '<p>Fewer than 5 &amp; more than 3&nbsp;moons, <b>a < b</b>, &#8220;AT&T&#x201d; &bogus;</p>',
      reviewRating: words('Faux&nbsp;!'),
    })
    const text = 'Fewer than 5 & more than 3 moons, a < b, “AT&T” &bogus;'
    expect(items.claim).toMatchObject([{ text }])
    expect(items.statement).toMatchObject([{ text }])
    expect(items.assessment).toMatchObject([{ verdict: 'REFUTED', method: 'Rated “Faux !”.' }])
  })

  it('names nobody in other languages either', async () => {
    const names = [
      'redes sociales',
      'Usuarios de Facebook',
      'Réseaux sociaux',
      'соцсети',
      'Social-Media-Nutzer',
    ]
    const { items } = await importedData(
      names.map((name, index) => ({
        ...{ ...review, claimReviewed: `Claim ${index}`, url: `https://checks.example/${index}` },
        itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name } },
      })),
    )
    expect(
      items.actor
        ?.filter(({ unnamed }) => unnamed)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(names.sort())
  })

  it.each([
    ['claimReviewed', 5],
    ['claimReviewed', { a: 5 }],
    ['datePublished', 2023],
    ['datePublished', ['2023-05-24', false]],
  ])('is refused where its %s is %j, by its line', async (property, value) => {
    const { problems, items } = await importedData([
      review,
      { ...review, url: 'https://x.example', [property]: value },
    ])
    const line = JSON.stringify([review], null, 1).split('\n').length + 3
    expect(problems).toHaveLength(1)
    const found = new RegExp(`:(\\d+):\\d+ \\[1\\]\\.${property}.*should be`).exec(problems[0] ?? '')
    expect(Number(found?.[1])).toBeGreaterThanOrEqual(line)
    expect(items).toEqual({})
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
