import { parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { Executor } from '../../src/api/run/executor.ts'
import { defaultLimits, type Limits } from '../../src/api/run/limits.ts'
import { schema } from '../../src/api/schema.ts'
import { question, seed, upTo, type World, worlds } from '../graph-fixture.ts'

const make = worlds()
const TEXT = 'Words that were written down. '.repeat(1_500)

/** A few sources with long texts, and many statements in them. */
function filled(): World {
  const world = make.empty()
  world.write(({ sources, actors, statements }) => {
    const speaker = actors.put({ slug: 'speaker', name: 'Speaker', type: 'PERSON' }).id
    for (const n of upTo(6)) {
      const source = sources.put({
        slug: `report-${n}`,
        title: 'A report',
        kind: 'ARTICLE',
        text: `${n} ${TEXT}`,
      }).id
      for (const m of upTo(30))
        statements.put({
          slug: `words-${n}-${m}`,
          source,
          speaker,
          text: 'It did.',
          act: 'STATE',
          quoteType: 'INDIRECT',
        })
    }
  })
  return world
}
const { graph } = filled()
const engines = ['graphql-js', 'compiled'] as const
type Engine = (typeof engines)[number]

function asked(query: string, engine: Engine, limits: Partial<Limits> = {}, variables = {}, of = graph) {
  const executor = new Executor(schema, of, { limits: { ...defaultLimits, ...limits }, timeLimit: 60_000 })
  const document = parse(query)
  const run = () => executor.run({ schema, document, variableValues: variables })
  if (engine === 'compiled') run()
  return run()
}

const again = (field: string, times = 90) => upTo(times).map((n) => `a${n}: ${field}`)
const name = (n: number) => `${'n'.repeat(190)}${n}`
const long = upTo(90).map((n) => `${name(n)}: id`)

describe.each(engines)('an answer is refused that holds too much text (%s)', (engine) => {
  test.each<[string, string, Record<string, string>]>([
    ['one text again and again', `{ sources { nodes { ${again('text')} } } }`, {}],
    [
      'the text of what each row points to',
      `{ sources(first: 333) { nodes { statements(first: 100) { nodes { source { ${again('text')} } } } } } }`,
      {},
    ],
    [
      'what was given, handed back',
      `query ($t: String!) { ${again('storedText(text: $t)')} }`,
      { t: TEXT.repeat(9) },
    ],
    [
      'fields with long names',
      `{ statements(first: 180) { nodes { about { id } speaker { ${long} } source { ${long.slice(0, 5)} } } } }`,
      {},
    ],
    [
      'a text under nullable fields',
      `{ ${again('source(id: "report-1") { text title }')} ${'query { '.repeat(9)} sources { nodes { ${again('text', 9)} } } ${'}'.repeat(9)} }`,
      {},
    ],
  ])('%s', (_, query, variables) => {
    const limits = { aliases: 1_000, characters: query.includes(name(0)) ? 3_000_000 : 4_000_000 }
    expect(asked(query, engine, limits, variables)).toMatchObject({
      errors: [
        {
          message: expect.stringMatching(/^The answer holds more than [34],000,000 characters\./),
          extensions: { code: 'COST_LIMIT', allowed: limits.characters, http: { status: 400 } },
        },
      ],
    })
  })

  test('by default, at 16,000,000 characters', () => {
    const t = 'x'.repeat(200_000)
    const query = (times: number) => `query ($t: String!) { ${again('storedText(text: $t)', times)} }`
    expect(asked(query(79), engine, {}, { t })).not.toHaveProperty('errors')
    expect(asked(query(81), engine, {}, { t })).toMatchObject({
      errors: [{ message: expect.stringContaining('16,000,000 characters') }],
    })
  })
})

describe('both executors count alike', () => {
  const sown = make.of(seed).graph
  /** The least that an answer needs. */
  function needed(query: string, engine: Engine): number {
    let [less, enough] = [0, 1_000_000]
    while (enough - less > 1) {
      const characters = (less + enough) >> 1
      if ('data' in asked(query, engine, { characters }, {}, sown)) enough = characters
      else less = characters
    }
    return enough
  }

  test.each([
    ['lists of texts', '{ actors { nodes { slug labels { text lang } links { kind value url } } } }'],
    [
      'dates, numbers and enums',
      '{ statements(first: 20) { nodes { id stance act quoteType about { id } } } }',
    ],
    ['counts', '{ stats { actors claims } facets(by: [ACT, MONTH]) { facet count } }'],
    [
      'nulls',
      '{ claim(id: "none") { id } actor(id: "russia") { description } sources { nodes { text url author } } }',
    ],
    ['names of types', '{ actors { __typename nodes { t: __typename name } } }'],
    ['figures', '{ timelineHistogram(edges: ["2022", "2023", "2024"]) { from until events statements } }'],
    ['the seventh question', question('07-what-was-verified')],
  ])('%s', (_, query) => {
    const least = needed(query, 'graphql-js')
    expect(least).toBeLessThan(1_000_000)
    expect(needed(query, 'compiled')).toBe(least)
  })
})
