import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importDossiers } from '../src/dossier/import.ts'
import { DossierError } from '../src/values/errors.ts'
import { folder, newGraph } from './graph.ts'

const path = folder()
let made = 0

/** What is wrong with a dossier; nothing where it was imported, twice: the second time is compared with the first. */
function problemsOf(content: unknown, extension = 'json'): string[] {
  const file = join(path, `dossier-${++made}.${extension}`)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  const graph = newGraph(path)
  try {
    importDossiers(graph, [file])
    importDossiers(graph, [file])
    return []
  } catch (error) {
    if (!(error instanceof DossierError)) throw error
    return error.problems.map(({ path, message }) => `${path}: ${message}`)
  } finally {
    graph.close()
  }
}

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
const actor = (fields: object) => ({
  hearsay: 1,
  actors: [{ slug: 'a', name: 'A', type: 'STATE', ...fields }],
})
const withStatements = (text: string, count: number, fields: (index: number) => object) => ({
  ...actor({}),
  sources: [{ slug: 's', title: 'S', kind: 'OTHER', text }],
  statements: many(count, (index) => ({
    slug: `q${index}`,
    source: 's',
    speaker: 'a',
    text: 'It is so.',
    quoteType: 'DIRECT',
    act: 'STATE',
    ...fields(index),
  })),
})

// Sizes at which a pass over all of it for each part of it, or one call within the other, would not come to an end.
describe('a dossier of any size is imported, or told what is wrong with it', () => {
  it.each([
    ['lists in lists in JSON', `{"hearsay":1,"actors":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 'json'],
    ['lists in a field', actor({ type: JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`) }), 'json'],
    ['maps in maps', `{"hearsay":1,"claims":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`, 'json'],
    ['lists in lists in YAML', `hearsay: 1\nactors: ${'['.repeat(100)}${']'.repeat(100)}`, 'yaml'],
    ['more of them in YAML', `hearsay: 1\nactors: ${'['.repeat(30_000)}${']'.repeat(30_000)}`, 'yaml'],
    ['an anchor within itself', 'hearsay: 1\nactors: &a\n  - *a\n', 'yaml'],
  ])('%s', (_, content, extension) => {
    const problems = problemsOf(content, extension)
    expect(problems.length).toBeGreaterThan(0)
    expect(problems[0]).toMatch(/nested too deeply|anchors|should be/)
  })

  it.each([
    ['unknown fields in YAML', `hearsay: 1\n${many(15_000, (i) => `k${i}: 1\n`).join('')}`, 15_000, 'yaml'],
    [
      'problems behind an alias',
      `hearsay: 1\nplaces: &all [${'1, '.repeat(8000)}1]\nactors: *all\n`,
      16_002,
      'yaml',
    ],
    ['texts that are none', actor({ labels: { en: many(200_000, () => 1) } }), 200_000],
    ['references to nobody', withStatements('It is.', 20_000, (i) => ({ speaker: `nobody-${i}` })), 20_000],
    [
      'spans that stand nowhere',
      withStatements('ab '.repeat(200_000), 10_000, (start) => ({
        span: { start, end: start + 2, exact: 'zz' },
      })),
      10_000,
    ],
  ])('with %s, each of them told', (_, content, count, extension = 'json') => {
    expect(problemsOf(content, extension)).toHaveLength(count)
  })

  it.each([
    [
      'languages',
      actor({ labels: Object.fromEntries(many(15_000, (i) => [`x-${i.toString(36)}`, `n${i}`])) }),
    ],
    ['links', actor({ links: { x: many(30_000, (i) => `n${i}`) } })],
    [
      'names in one proposed item',
      {
        ...withStatements('It is.', 1, () => ({ review: 'PROPOSED' })),
        actors: [
          {
            slug: 'a',
            name: 'A',
            type: 'PERSON',
            affiliations: many(130_000, () => ({ organization: 'b', role: 'MEMBER' })),
          },
          { slug: 'b', name: 'B', type: 'STATE' },
        ],
      },
    ],
  ])('with many %s', (_, content) => {
    expect(problemsOf(content)).toEqual([])
  })

  it.each([
    ['slug', actor({ slug: 'a-'.repeat(2_000_000) })],
    ['word', actor({ type: 'S'.repeat(4_000_000) })],
    ['language', { ...actor({}), language: 'e'.repeat(4_000_000) }],
    ['field', { ...actor({}), ['k'.repeat(4_000_000)]: 1 }],
  ])('with a %s of megabytes, which is told in short', (_, content) => {
    const [problem, ...others] = problemsOf(content)
    expect(others).toEqual([])
    expect(problem?.length).toBeLessThan(600)
  })

  it('in a thousand files, each with a text to compose', () => {
    const files = many(1000, (index) => {
      const file = join(path, `part-${index}.json`)
      const text = `Й${index} `.normalize('NFD').repeat(100)
      const source = { slug: `s${index}`, title: 'S', kind: 'OTHER', text }
      writeFileSync(file, JSON.stringify({ hearsay: 1, sources: [source], statements: [] }))
      return file
    })
    const graph = newGraph(path)
    expect(importDossiers(graph, files).sources.created).toBe(1000)
    graph.close()
  })
})

describe('a text that cannot be kept', () => {
  const half = 'has half of a surrogate pair'
  const nul = 'has the character NUL'

  it.each([
    ['a name', actor({ name: 'A\ud800B' }), `actors[0].name: ${half} (U+D800) at 1, which no text may have`],
    ['a name that ends so', actor({ name: 'A\ude00' }), `actors[0].name: ${half} (U+DE00) at 1`],
    [
      'two halves in the wrong order',
      actor({ name: '\ude00\ud83d' }),
      `actors[0].name: ${half} (U+DE00) at 0`,
    ],
    ['a name with a NUL', actor({ name: 'A\0B' }), `actors[0].name: ${nul} (U+0000) at 1`],
    ['a label', actor({ labels: { en: ['A', '\udfff'] } }), `actors[0].labels.en[1]: ${half} (U+DFFF) at 0`],
    [
      'a scheme',
      actor({ links: { 'x\0': 'y' } }),
      `${nul} (U+0000) at 1, which no text may have: it is a key here`,
    ],
    ['a description', actor({ description: 'x\udc00' }), `actors[0].description: ${half}`],
    ['a text', withStatements('It is\0 so.', 0, () => ({})), `sources[0].text: ${nul} (U+0000) at 5`],
    ['what was said', withStatements('So.', 1, () => ({ text: '\ud83d' })), `statements[0].text: ${half}`],
    [
      'the words around a span',
      withStatements('So.', 1, () => ({ span: { start: 0, end: 2, exact: 'So', prefix: '\ude00' } })),
      `statements[0].span.prefix: ${half}`,
    ],
    ['a field that is none', { ...actor({}), more: 'x\0' }, `more: ${nul}`],
  ])('is refused with its place: %s', (_, content, expected) => {
    const problems = problemsOf(content)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(expected)
  })

  it.each([
    ['a NUL in YAML', 'name: "A\\0B"', nul],
    ['a NUL by its number', 'name: "A\\x00B"', nul],
    ['half a pair in YAML', 'name: "A\\uD83D"', half],
    ['half a pair in a key', 'name: A, labels: { "e\\uDE00": x }', half],
  ])('is refused by its line: %s', (_, fields, expected) => {
    const problems = problemsOf(`hearsay: 1\nactors:\n  - { slug: a, type: STATE, ${fields} }\n`, 'yaml')
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(expected)
  })

  it('is none where both halves are there', () => {
    expect(problemsOf(actor({ name: 'A 🎭', labels: { uk: '🎭🎭' } }))).toEqual([])
    const yaml = 'hearsay: 1\nactors:\n  - { slug: a, type: STATE, name: "A \\U0001F3AD" }\n'
    expect(problemsOf(yaml, 'yaml')).toEqual([])
  })

  it('is no less one as a key that JavaScript has for itself, which would be lost', () => {
    const content =
      '{"hearsay":1,"actors":[{"slug":"a","name":"A","type":"STATE","links":{"__proto__":"Q1"}}]}'
    expect(problemsOf(content)).toEqual(['actors[0].links.__proto__: can be no key: choose another'])
  })
})
