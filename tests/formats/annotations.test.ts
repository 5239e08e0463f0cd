import { describe, expect, it } from 'vitest'
import { rdfImport } from '../../src/formats/in/jsonld/rdf-import.ts'
import { folder, newGraph } from '../graph.ts'
import { fileOf, importForeign } from './imported.ts'
import { annotation, importedData, itemsOf } from './jsonld-samples.ts'

const path = folder()

describe('an annotation', () => {
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

  it('is by whoever has an address alone', async () => {
    const creator = 'https://people.example/jane'
    const { items, left } = await importedData({ ...annotation, creator })
    expect(left).toEqual({})
    expect(items.actor).toMatchObject([{ name: 'people.example/jane', links: { website: creator } }, {}])
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
    ['a creator with a name', { ...annotation, creator: { type: 'Person', name: 'Jane Doe' } }],
    [
      'a target with a fragment',
      { ...annotation, target: { ...annotation.target, source: 'https://news.example/moon#top' } },
    ],
  ])('comes as %s', async (_, data) => {
    const { items } = await importedData(data)
    const { items: expected } = await importedData(annotation)
    expect(items).toEqual(expected)
  })

  it('is by whoever wrote each of its bodies, where that is told', async () => {
    const by = (name: string) => ({ ...body, creator: { name }, created: '2023-05-25T10:00:00Z' })
    const { items } = await importedData({
      ...{ ...annotation, creator: undefined, created: undefined },
      body: [by('Jo'), by('Lee'), { ...by('Jo'), value: 'And this.' }],
    })
    const said = (items.statement ?? []).filter(({ review }) => review !== 'PROPOSED')
    expect(said.map(({ speaker, saidAt }) => [speaker, saidAt]).sort()).toEqual(
      ['jo', 'jo', 'lee'].map((speaker) => [speaker, '2023-05-25T10:00:00Z']),
    )
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
    [{ ...annotation, creator: { type: 'Person' } }, { 'comments of nobody who is named': 1 }],
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
