import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importDossiers } from '../../src/dossier/import.ts'
import { stixOut } from '../../src/formats/out/stix/stix-format.ts'
import type { ImmediateEngine } from '../../src/sql/engine.ts'
import { runs } from '../engine.ts'
import { folder, newGraph } from '../graph.ts'
import { everyField, seed, worlds } from '../graph-fixture.ts'
import { randomDossier } from '../random-dossier.ts'
import { stixFaults } from './stix-schemas.ts'
import { written } from './written.ts'

const { of, empty } = worlds()
const path = folder()

interface StixObject {
  readonly type: string
  readonly id: string
  readonly [property: string]: unknown
}

interface Bundle {
  readonly type: string
  readonly id: string
  readonly objects: readonly StixObject[]
}

const bundleOf = (graph: ImmediateEngine): Bundle => JSON.parse(written(graph, stixOut).text) as Bundle

let made = 0
function graphOf(dossier: object): ImmediateEngine {
  const file = join(path, `dossier-${++made}.json`)
  writeFileSync(file, JSON.stringify(dossier))
  const graph = newGraph(path)
  importDossiers(graph, [file])
  return graph
}

/** What every bundle must be, whatever is in the graph. */
function expectSound(bundle: Bundle): void {
  expect(stixFaults(bundle.objects)).toEqual([])
  expect(bundle.type).toBe('bundle')
  expect(bundle.id).toMatch(/^bundle--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  const ids = new Set(bundle.objects.map(({ id }) => id))
  const refs = bundle.objects.flatMap((object) =>
    Object.entries(object)
      .filter(([name]) => /_refs?$/.test(name))
      .flatMap(([, value]) => value as string | string[]),
  )
  expect(refs.filter((ref) => !ids.has(ref))).toEqual([])
}

describe('a graph as STIX', () => {
  it.each([seed, everyField])('%s is a bundle by STIX’s own schemas, and nothing is left out', (file) => {
    const { writer } = of(file)
    expectSound(bundleOf(writer))
    expect(written(writer, stixOut).left).toEqual({})
  })

  it('is a bundle of what is always there where the graph is empty', () => {
    const bundle = bundleOf(empty().writer)
    expectSound(bundle)
    expect(bundle.objects.map(({ type }) => type)).toEqual(['identity', 'extension-definition'])
  })

  it('is the same bytes each time', () => {
    const { writer } = of(seed)
    expect(written(writer, stixOut).text).toBe(written(writer, stixOut).text)
  })

  it('is sound whatever is in the graph', () => {
    fc.assert(
      fc.property(fc.gen(), (draw) => {
        const graph = graphOf(randomDossier(draw))
        expectSound(bundleOf(graph))
        graph.close()
      }),
      { numRuns: runs(10), endOnFailure: true },
    )
  })
})

describe('what stands in it', () => {
  const dossier = {
    hearsay: 1,
    actors: [
      { slug: 'north', name: 'North', type: 'STATE', iso3166: 'XN' },
      { slug: 'band', name: 'Red Band', type: 'ARMED_GROUP' },
      {
        slug: 'moss',
        name: 'Ada Moss',
        type: 'PERSON',
        affiliations: [{ organization: 'band', role: 'MEMBER', from: '2020', until: '2021-03' }],
      },
    ],
    sources: [
      { slug: 'day', title: 'Day', kind: 'ARTICLE', publishedAt: '2023-05-24', url: 'https://пример.рф/a b' },
      { slug: 'moment', title: 'Moment', kind: 'ARTICLE', publishedAt: '2023-05-24T10:00:00+02:00' },
      { slug: 'month', title: 'Month', kind: 'ARTICLE', publishedAt: '2023-05' },
      { slug: 'about', title: 'About', kind: 'ARTICLE', publishedAt: '2023-05-24~' },
    ],
    claims: [{ slug: 'raid', text: 'There was a raid.', kind: 'OCCURRENCE', subject: 'band' }],
  }
  const statement = { source: 'day', speaker: 'moss', text: 'Words.', quoteType: 'DIRECT', act: 'STATE' }
  const withStatements = (statements: object[]) => bundleOf(graphOf({ ...dossier, statements })).objects

  it.each([
    ['AFFIRMS', 'CERTAIN', 'strongly-agree'],
    ['AFFIRMS', 'PROBABLE', 'agree'],
    ['AFFIRMS', 'POSSIBLE', 'agree'],
    ['UNCOMMITTED', 'CERTAIN', 'neutral'],
    ['UNCOMMITTED', 'POSSIBLE', 'neutral'],
    ['DENIES', 'POSSIBLE', 'disagree'],
    ['DENIES', 'PROBABLE', 'disagree'],
    ['DENIES', 'CERTAIN', 'strongly-disagree'],
  ])('whoever %s, %s, is of the opinion %s', (stance, certainty, opinion) => {
    const objects = withStatements([{ slug: 'one', ...statement, claim: 'raid', stance, certainty }])
    const moss = objects.find(({ name }) => name === 'Ada Moss')
    const claim = objects.find(({ content }) => content === 'There was a raid.')
    expect(objects.find(({ type }) => type === 'opinion')).toMatchObject({
      opinion,
      explanation: 'Words.',
      created_by_ref: moss?.id,
      object_refs: [claim?.id],
    })
  })

  it('what is not accepted is revoked', () => {
    const objects = withStatements([
      { slug: 'one', ...statement, review: 'PROPOSED' },
      { slug: 'two', ...statement, text: 'More.', review: 'REJECTED' },
      { slug: 'three', ...statement, text: 'Most.' },
    ])
    const notes = objects.filter(({ type, authors }) => type === 'note' && authors)
    expect(notes.map(({ revoked, labels }) => [revoked, labels])).toEqual([
      [true, ['proposed']],
      [true, ['rejected']],
      [undefined, undefined],
    ])
  })

  it('no day of publication is invented', () => {
    const objects = withStatements([])
    const sources = objects.filter(({ type }) => type === 'report' || type === 'grouping')
    expect(sources.map(({ type, name, published }) => [type, name, published])).toEqual([
      ['report', 'Day', '2023-05-24T00:00:00.000Z'],
      ['report', 'Moment', '2023-05-24T08:00:00.000Z'],
      ['grouping', 'Month', undefined],
      ['grouping', 'About', undefined],
    ])
    expect(sources[0]?.external_references).toEqual([
      { source_name: 'url', url: 'https://xn--e1afmkfd.xn--p1ai/a%20b' },
    ])
  })

  it('a state lies in its country, and an affiliation is a relationship with its time', () => {
    const relationships = withStatements([]).filter(({ type }) => type === 'relationship')
    expect(relationships).toMatchObject([
      {
        relationship_type: 'part-of',
        description: 'MEMBER',
        start_time: '2020-01-01T00:00:00.000Z',
        stop_time: '2021-03-31T23:59:59.999Z',
      },
      { relationship_type: 'located-at' },
    ])
  })
})
