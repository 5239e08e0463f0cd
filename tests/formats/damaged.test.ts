import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ftmIn } from '../../src/formats/in/ftm/ftm-in.ts'
import { mispGalaxyIn } from '../../src/formats/in/misp/misp-galaxy-in.ts'
import { stixIn } from '../../src/formats/in/stix/stix-in.ts'
import { runs } from '../engine.ts'
import { exported } from '../exported.ts'
import { folder, newGraph } from '../graph.ts'
import { fileOf, importForeign } from './imported.ts'

const path = folder()
const id = (type: string, number: number) => `${type}--00000000-0000-4000-8000-00000000000${number}`
const stix = {
  type: 'bundle',
  id: id('bundle', 1),
  objects: [
    {
      type: 'identity',
      id: id('identity', 1),
      name: 'The Lab',
      external_references: [{ source_name: 'a', external_id: 'b' }],
    },
    { type: 'threat-actor', id: id('threat-actor', 2), name: 'Odd Bear', aliases: ['Bear'] },
    { type: 'location', id: id('location', 3), country: 'DE', latitude: 1, longitude: 2 },
    {
      ...{ type: 'relationship', id: id('relationship', 4), relationship_type: 'located-at', confidence: 50 },
      ...{
        source_ref: id('threat-actor', 2),
        target_ref: id('location', 3),
        created_by_ref: id('identity', 1),
      },
    },
    {
      type: 'opinion',
      id: id('opinion', 5),
      opinion: 'agree',
      object_refs: [id('relationship', 4)],
      created_by_ref: id('identity', 1),
    },
    {
      type: 'report',
      id: id('report', 6),
      name: 'R',
      published: '2020-01-01T00:00:00Z',
      object_refs: [id('relationship', 4)],
    },
    {
      type: 'note',
      id: id('note', 7),
      content: 'N',
      object_refs: [id('identity', 1)],
      created_by_ref: id('identity', 1),
    },
  ],
}
const galaxy = {
  ...{
    type: 'threat-actor',
    category: 'actor',
    name: 'Threat Actor',
    source: 'MISP Project',
    uuid: 'u',
    version: 1,
    authors: ['A'],
  },
  values: [
    {
      value: 'Odd Bear',
      uuid: 'x',
      meta: { country: 'RU', synonyms: ['Bear'], 'cfr-suspected-state-sponsor': 'China' },
    },
  ],
}
const entities = [
  { id: 'a', schema: 'Person', properties: { name: ['Vera'], wikidataId: ['Q1'] } },
  { id: 'b', schema: 'Organization', properties: { name: ['Party'] } },
  { id: 'c', schema: 'Membership', properties: { member: ['a'], organization: ['b'], startDate: ['2001'] } },
  { id: 'd', schema: 'Article', properties: { title: ['T'], bodyText: ['B'], publisher: ['Party'] } },
  { id: 'e', schema: 'Event', properties: { name: ['E'], involved: ['a'], startDate: ['2001'] } },
]
const formats = [
  { format: stixIn, text: JSON.stringify(stix) },
  { format: mispGalaxyIn, text: JSON.stringify(galaxy) },
  { format: ftmIn, text: entities.map((entity) => JSON.stringify(entity)).join('\n') },
]

/** Values that stand in the place of another: of every type, and names that JavaScript's objects have. */
const odd = [
  'null',
  '0',
  '-1e400',
  'true',
  '""',
  '" "',
  '[]',
  '{}',
  '[null]',
  '[[[]]]',
  '"__proto__"',
  '"constructor"',
  '"=cmd|x"',
  '"\\u0000"',
  '"\\ud800"',
  '"2020-13-45"',
  '{"__proto__":1}',
  '{"a":{"b":[1]}}',
]
const mutation = fc.oneof(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), value: fc.constantFrom(...odd) }),
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat({ max: 30 }) }),
)

/** A text with one of its values replaced, or some letters cut out. */
function damaged(text: string, change: { at: number; value?: string; cut?: number }): string {
  const values = [...text.matchAll(/"(?:[^"\\]|\\.)*"|-?\d+/g)]
  const match = values[Math.floor(change.at * (values.length - 1))]
  if (!match) return text
  const end = match.index + (change.cut ?? match[0].length)
  return text.slice(0, match.index) + (change.value ?? '') + text.slice(end)
}

describe('a damaged file', () => {
  it.each(formats)(
    'of $format.title is read or refused by its lines, and never half written',
    async ({ format, text }) => {
      const graph = newGraph(path)
      expect((await importForeign(newGraph(path), format, fileOf(text, 'json'))).problems).toEqual([])
      await fc.assert(
        fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 2 }), async (changes) => {
          const before = exported(graph)
          const { problems, summary } = await importForeign(
            graph,
            format,
            fileOf(changes.reduce(damaged, text), 'json'),
          )
          for (const problem of problems) expect(problem).toMatch(/^foreign-\d+\.json:\d+/)
          expect(summary === null).toBe(problems.length > 0)
          if (summary === null) expect(exported(graph)).toBe(before)
        }),
        { numRuns: runs(Number(process.env.RUNS ?? 40)) },
      )
      graph.close()
    },
  )
})
