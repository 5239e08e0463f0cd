import { describe, expect, it } from 'vitest'
import { seed, worlds } from '../graph-fixture.ts'
import { Comparison } from './comparison.ts'

const comparison = new Comparison(worlds().of(seed).graph)

/** A document, its variables, and what is sent of its answer. */
type Form = readonly [query: string, variables: Record<string, unknown>, answer: unknown]

/** The answer is the same, key by key, each time that a document comes. */
function expectAnswer([query, variables, answer]: Form): void {
  const { wanted, got } = comparison.of({ query, variables })
  expect(got).toEqual([1, 2, 3].map(() => JSON.stringify(answer)))
  expect(wanted).toBe(JSON.stringify(answer))
}

const data = (it: unknown) => ({ data: it })
const russia = { name: 'Russia' }
const ukraine = { name: 'Ukraine' }
const name = 'fragment N on Actor { name }'
const left = 'right: actor(id: "russia") { slug %s } left: actor(id: "ukraine") { slug ...N }'
const both = data({ right: { slug: 'russia' }, left: { slug: 'ukraine', name: 'Ukraine' } })
const off = (spread: string, variables = '', more = '') =>
  `query ${variables} { ${left.replace('%s', spread)} } ${name} ${more}`

describe('a spread that is switched off takes no later one with it', () => {
  it.each<Form>([
    [off('...N @include(if: $x)', '($x: Boolean!)'), { x: false }, both],
    [off('...N @skip(if: $x)', '($x: Boolean!)'), { x: true }, both],
    [off('...N @include(if: false)'), {}, both],
    [off('...N @skip(if: true)'), {}, both],
    [off('...N @include(if: $x)', '($x: Boolean = false)'), {}, both],
    [off('...N @include(if: $x)', '($x: Boolean! = true)'), { x: false }, both],
    [off('... @include(if: $x) { ...N }', '($x: Boolean!)'), { x: false }, both],
    [off('... on State @skip(if: true) { ...N }'), {}, both],
    [off('...M @include(if: $x)', '($x: Boolean!)', 'fragment M on Actor { ...N }'), { x: false }, both],
    [off('...M', '($x: Boolean!)', 'fragment M on Actor { ...N @include(if: $x) }'), { x: false }, both],
    [
      off('...N @skip(if: $x) @include(if: $y)', '($x: Boolean!, $y: Boolean!)'),
      { x: false, y: false },
      both,
    ],
  ])('%s %j', (...form) => expectAnswer(form))

  it('and is switched on again by other variables', () => {
    const query = off('...N @include(if: $x)', '($x: Boolean!)')
    const on = data({ right: { slug: 'russia', name: 'Russia' }, left: { slug: 'ukraine', name: 'Ukraine' } })
    for (const x of [false, true, false, true]) expectAnswer([query, { x }, x ? on : both])
  })
})

describe('two spreads of one fragment side by side each have their own condition', () => {
  const beside = (spreads: string) =>
    `query ($x: Boolean!, $y: Boolean!) { actor(id: "russia") { ${spreads} } } ${name}`
  const spreads = beside('...N @include(if: $x) ...N @include(if: $y)')
  it.each<Form>([
    [spreads, { x: false, y: true }, data({ actor: russia })],
    [spreads, { x: true, y: false }, data({ actor: russia })],
    [spreads, { x: true, y: true }, data({ actor: russia })],
    [spreads, { x: false, y: false }, data({ actor: {} })],
    [
      beside('...N @skip(if: $x) slug ...N @skip(if: $y)'),
      { x: true, y: false },
      data({ actor: { slug: 'russia', name: 'Russia' } }),
    ],
    [
      beside('... @include(if: $x) { ...N } ... @include(if: $y) { ...N }'),
      { x: false, y: true },
      data({ actor: russia }),
    ],
    [beside('name @include(if: $x) name @include(if: $y)'), { x: false, y: true }, data({ actor: russia })],
  ])('%s %j', (...form) => expectAnswer(form))

  it('where both places have more below', () => {
    const query = `query ($x: Boolean!, $y: Boolean!) {
      claim(id: "ukraine-behind-incursion") { subject @include(if: $x) { slug } subject @include(if: $y) { name } }
    }`
    expectAnswer([
      query,
      { x: true, y: true },
      data({ claim: { subject: { slug: 'ukraine', name: 'Ukraine' } } }),
    ])
    expectAnswer([query, { x: false, y: true }, data({ claim: { subject: ukraine } })])
    expectAnswer([query, { x: true, y: false }, data({ claim: { subject: { slug: 'ukraine' } } })])
  })
})

describe('null for a condition that has a default is refused', () => {
  const refused = (column: number, path: string[] | null) => ({
    errors: [
      {
        message: 'Argument "if" of non-null type "Boolean!" must not be null.',
        locations: [{ line: 1, column }],
        ...(path && { path }),
      },
    ],
    data: null,
  })
  it.each<Form>([
    ['query ($b: Boolean = true) { stats @skip(if: $b) { claims } }', { b: null }, refused(46, null)],
    [
      'query ($b: Boolean = true) { stats { actors @skip(if: $b) claims } }',
      { b: null },
      refused(55, ['stats']),
    ],
    [
      'query ($b: Boolean = true) { stats { ... @include(if: $b) { claims } } }',
      { b: null },
      refused(55, ['stats']),
    ],
    [
      'query ($b: Boolean = true) { stats { ...S @include(if: $b) } } fragment S on Stats { claims }',
      { b: null },
      refused(56, ['stats']),
    ],
    ['query ($b: Boolean = true) { stats { claims @include(if: $b) } }', { b: false }, data({ stats: {} })],
    ['query ($b: Boolean = false) { stats { claims @include(if: $b) } }', {}, data({ stats: {} })],
  ])('%s %j', (...form) => expectAnswer(form))
})

describe('any name may be an alias', () => {
  const names = [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'then',
    'toJSON',
    'length',
    '__typename2',
  ]
  // An object's literal would take the first of them for its prototype.
  const keyed = (key: string, value: unknown) =>
    JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`)
  it.each(names)('%s', (alias) => {
    expectAnswer([`{ ${alias}: actor(id: "russia") { name } }`, {}, data(keyed(alias, russia))])
    expectAnswer([`{ actor(id: "russia") { ${alias}: name } }`, {}, data({ actor: keyed(alias, 'Russia') })])
    expectAnswer([
      `{ timelineHistogram(edges: ["2015", "2016", "2017"]) { ${alias}: from } }`,
      {},
      data({
        timelineHistogram: [keyed(alias, '2015-01-01T00:00:00Z'), keyed(alias, '2016-01-01T00:00:00Z')],
      }),
    ])
  })
})

describe('fields come in the order in which they are written', () => {
  const actor = (selection: string, more = '') => `{ actor(id: "russia") { ${selection} } } ${more}`
  const inOrder = { slug: 'russia', name: 'Russia', __typename: 'State' }
  it.each<Form>([
    [actor('... { slug } name __typename'), {}, data({ actor: inOrder })],
    [actor('... on Actor { slug } ... on State { name } __typename'), {}, data({ actor: inOrder })],
    [
      actor('...S name __typename', 'fragment S on Node { ... on Actor { slug } }'),
      {},
      data({ actor: inOrder }),
    ],
    [
      actor('...S __typename', 'fragment S on Actor { ...T name } fragment T on Actor { slug }'),
      {},
      data({ actor: inOrder }),
    ],
    [actor('slug ... { ... { name } } __typename'), {}, data({ actor: inOrder })],
    [
      actor('slug ... on Person { __typename } name ... on Entity { slug } __typename'),
      {},
      data({ actor: inOrder }),
    ],
    [actor('... @skip(if: true) { __typename } slug name __typename'), {}, data({ actor: inOrder })],
    [
      '{ ... { a: storedText(text: "1") } b: storedText(text: "2") ...C } fragment C on Query { c: storedText(text: "3") }',
      {},
      data({ a: '1', b: '2', c: '3' }),
    ],
  ])('%s', (...form) => expectAnswer(form))
})

describe('a wrong variable is told of in the same words each time', () => {
  const told = (message: string) => ({ errors: [{ message, locations: [{ line: 1, column: 8 }] }] })
  const wrong = (variable: string, value: string, more: string) =>
    `Variable "$${variable}" got invalid value ${value}; ${more}`
  const first = 'query ($n: Int) { claims(first: $n) { totalCount } }'
  const required = 'query ($id: ID!) { claim(id: $id) { slug } }'
  const filter = 'query ($f: StatementFilter) { statements(filter: $f) { totalCount } }'
  const date = 'query ($d: EDTF) { claim(id: "ukraine-behind-incursion") { standing(asOf: $d) } }'
  const inFilter = (path: string, value: string, more: string) =>
    told(wrong('f', `${value} at "f.${path}"`, more))
  it.each<Form>([
    [first, { n: 1.5 }, told(wrong('n', '1.5', 'Int cannot represent non-integer value: 1.5'))],
    [first, { n: 'two' }, told(wrong('n', '"two"', 'Int cannot represent non-integer value: "two"'))],
    [
      first,
      { n: 2 ** 31 },
      told(wrong('n', '2147483648', 'Int cannot represent non 32-bit signed integer value: 2147483648')),
    ],
    [required, {}, told('Variable "$id" of required type "ID!" was not provided.')],
    [required, { id: null }, told('Variable "$id" of non-null type "ID!" must not be null.')],
    [required, { id: true }, told(wrong('id', 'true', 'ID cannot represent value: true'))],
    [
      filter,
      { f: { stance: ['AFFIRMS', 'NO'] } },
      inFilter('stance[1]', '"NO"', 'Value "NO" does not exist in "Stance" enum.'),
    ],
    [
      filter,
      { f: { not: { not: { no: 1 } } } },
      inFilter(
        'not.not',
        '{ no: 1 }',
        'Field "no" is not defined by type "StatementFilter". Did you mean "not"?',
      ),
    ],
    [filter, { f: 1 }, told(wrong('f', '1', 'Expected type "StatementFilter" to be an object.'))],
  ])('%s %j', (...form) => expectAnswer(form))

  it('as many as there are, and no more than fifty', () => {
    const query = 'query ($f: StatementFilter) { statements(filter: $f) { totalCount } }'
    const answers = comparison.of({ query, variables: { f: { stance: Array(80).fill('NO') } } })
    expect(new Set([answers.wanted, ...answers.got]).size).toBe(1)
    expect(JSON.parse(answers.wanted).errors).toHaveLength(51)
  })

  it('dates too', () => {
    const { wanted, got } = comparison.of({ query: date, variables: { d: 'yesterday' } })
    expect(got).toEqual([wanted, wanted, wanted])
    expect(JSON.parse(wanted).errors[0].message).toMatch(/^Variable "\$d" got invalid value "yesterday"; /)
  })
})

describe('what is left out has its default, and null is null', () => {
  it.each<Form>([
    ['query ($lang: String) { actor(id: "russia") { name(lang: $lang) } }', {}, data({ actor: russia })],
    [
      'query ($lang: String = "en") { actor(id: "russia") { name(lang: $lang) } }',
      { lang: null },
      data({ actor: russia }),
    ],
    [
      'query ($e: [EDTF!]! = ["2015", "2016"]) { timelineHistogram(edges: $e) { from } }',
      {},
      data({ timelineHistogram: [{ from: '2015-01-01T00:00:00Z' }] }),
    ],
    [
      'query ($s: [Stance!]) { statements(first: 0, filter: { stance: $s }) { nodes { slug } } }',
      {},
      data({ statements: { nodes: [] } }),
    ],
    [
      'query ($id: ID = "russia") { nodes(ids: [$id]) { ... on Actor { name } } }',
      {},
      data({ nodes: [russia] }),
    ],
    ['query ($id: ID! = "russia") { actor(id: $id) { name } }', {}, data({ actor: russia })],
    ['query ($id: ID! = "russia") { actor(id: $id) { name } }', { id: 'ukraine' }, data({ actor: ukraine })],
  ])('%s %j', (...form) => expectAnswer(form))
})
