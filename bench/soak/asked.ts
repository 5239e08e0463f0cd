/** What a client sends. */
export interface Asked {
  readonly name: string
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
}

const times = <T>(count: number, write: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => write(n))
const letters = 'etaoinsrhldcumfpgwybvkxjqz'
const again = (field: string, count = 90): string => times(count, (n) => `a${n}: ${field}`).join(' ')
const facets = '[SPEAKER, ABOUT, EVENT, CLAIM, SOURCE, PUBLISHER, ACT, STANCE, MONTH]'
const nested = (deep: number, inner: string): string =>
  deep === 0 ? inner : `{ ${inner.slice(1, -1)} not: ${nested(deep - 1, inner)} }`

/** The worst queries that anybody could think of, each of a kind: most were answered too late, or not at all, once. */
export const worst: readonly Asked[] = [
  ...memory(),
  ...given(),
  ...search(),
  ...grouped(),
  ...lists(),
  ...ways(),
]

/** What takes memory, or makes long answers. */
function memory(): Asked[] {
  return [
    {
      name: 'one text again and again',
      query: `{ sources(first: 333) { nodes { statements(first: 100) { nodes { source { ${again('text')} } } } } } }`,
    },
    {
      name: 'long fields of many rows',
      query: `{ sources(first: 300) { nodes { statements(first: 100) { nodes { ${again('text')} source { title } } } } } }`,
    },
    {
      name: 'a given text, handed back',
      query: `query ($t: String!) { ${again('storedText(text: $t)', 98)} }`,
      variables: { t: 'x'.repeat(900_000) },
    },
    {
      name: 'long names of fields',
      query: `{ statements(first: 500) { nodes { ${times(90, (n) => `${'n'.repeat(197)}${n}: id`)} } } }`,
    },
    {
      name: 'names of types, by many names',
      query: `{ sources(first: 300) { nodes { statements(first: 100) { nodes { ${again('__typename')} } } } } }`,
    },
    {
      name: 'the schema, a hundred times',
      query: `{ ${again('__schema { ...S }', 98)} } fragment S on __Schema { types { name fields { name description type { name } args { name description } } } }`,
    },
    {
      name: 'a type, ten times',
      query: `{ ${again('__type(name: "Query") { ...T }', 10)} } fragment T on __Type { fields { name description type { fields { name description args { name } } } args { name description } } }`,
    },
    {
      name: 'as many errors as statements',
      query: `{ ${again('statements(first: 200) { nodes { claim { standing(asOf: "2022/..") } } }', 60)} }`,
    },
    {
      name: 'errors, far down',
      query: `${'\n'.repeat(700_000)}{ ${again('statements(first: 200) { nodes { claim { standing(asOf: "2022/..") } } }', 60)} }`,
    },
    {
      name: 'errors of conditions',
      query: `query ($b: Boolean = true) { sources(first: 300) { nodes { statements(first: 100) { nodes { claim { id @skip(if: $b) } } } } } }`,
      variables: { b: null },
    },
    {
      name: 'lists within lists',
      query:
        '{ claims(first: 20, orderBy: SPEAKERS_DESC) { nodes { positions { claim { positions { claim { positions { stance } } } } } } } }',
    },
    { name: 'documents that differ', query: `{ claims(first: 1) { nodes { ${again('id', 98)} } } }` },
  ]
}

/** What is given in large numbers, or deep. */
function given(): Asked[] {
  const list = (type: string, field: string, v: unknown) => ({
    query: `query ($v: ${type}) { ${field} }`,
    variables: { v },
  })
  return [
    {
      name: 'many ids',
      ...list(
        '[ID!]',
        'statements(filter: { source: $v }, first: 1) { totalCount }',
        times(60_000, (n) => `source_${n + 1}`),
      ),
    },
    {
      name: 'as many ids as may be, again and again',
      query: `query ($v: [ID!]) { ${again('statements(filter: { claim: $v }, first: 1) { totalCount }', 98)} }`,
      variables: { v: times(1_000, (n) => `claim_${n + 1}`) },
    },
    {
      name: 'unknown slugs',
      ...list(
        '[ID!]',
        again('query { claims(filter: { about: $v }) { totalCount } }', 98),
        times(1_000, (n) => `unknown-thing-number-${n}`),
      ),
    },
    {
      name: 'many dates',
      ...list(
        '[EDTF!]!',
        'timelineHistogram(edges: $v) { events }',
        times(25_000, (n) => `${1_000 + (n % 9_000)}-05-15?`),
      ),
    },
    {
      name: 'many that are no dates',
      ...list(
        '[EDTF!]!',
        'timelineHistogram(edges: $v) { events }',
        times(1_000, () => '2023-99'),
      ),
    },
    {
      name: 'deep lists',
      query: `{ statements(filter: { claim: ${'['.repeat(2_450)}${']'.repeat(2_450)} }) { totalCount } }`,
    },
    {
      name: 'deep objects',
      query: `{ statements(filter: ${'{not:'.repeat(1_200)}{}${'}'.repeat(1_200)}) { totalCount } }`,
    },
    { name: 'deep fragments', query: `{ ${'...{'.repeat(1_600)}__typename${'}'.repeat(1_600)} }` },
    { name: 'a long name that is not known', query: `{ ${'x'.repeat(900_000)} }` },
    {
      name: 'many names that are not known',
      query: `{ ${times(2_400, (n) => `statementz${n}`).join(' ')} }`,
    },
    {
      name: 'the same field with other arguments',
      query: `{ ${times(1_200, (n) => `claims(first: ${n % 2}) { totalCount }`)
        .join(' ')
        .slice(0, 900_000)} }`,
    },
    {
      name: 'keys that are not known',
      ...list(
        'StatementFilter',
        'statements(filter: $v) { totalCount }',
        Object.fromEntries(times(50_000, (n) => [`kez${n}`, 1])),
      ),
    },
    {
      name: 'texts of half characters',
      ...list('String!', 'search(text: $v) { totalCount }', '\ud800'.repeat(100_000)),
    },
    {
      name: 'a text to take apart',
      ...list('String!', 'extract(text: $v) { cue }', 'He said "so". '.repeat(6_900)),
    },
    { name: 'a text of marks', ...list('String!', 'extract(text: $v) { cue }', '"'.repeat(99_000)) },
  ]
}

function search(): Asked[] {
  const searching = (text: string) =>
    `search(text: ${JSON.stringify(text)}, first: 500) { totalCount nodes { snippet node { id } } }`
  const prefixes = times(300, (n) => `${letters[n % 26]}${letters[(n >> 3) % 26]}*`).join(' ')
  return [
    { name: 'every beginning', query: `{ ${searching(prefixes)} }` },
    { name: 'one letter, twenty times', query: `{ ${searching('s* '.repeat(20))} }` },
    {
      name: 'beginnings, ninety times',
      query: `{ ${times(90, (n) => `a${n}: ${searching(`${letters[n % 26]}e* ${letters[n % 20]}o*`)}`).join(' ')} }`,
    },
    {
      name: 'words that are left out',
      query: `{ ${searching(`the ${times(40, (n) => `-${letters[n % 26]}a*`).join(' ')}`)} }`,
    },
    { name: 'five hundred words', query: `{ ${searching('the of to and in '.repeat(60))} }` },
    {
      name: 'words that nothing has, ninety times',
      query: `{ ${times(90, (n) => `a${n}: ${searching(`belgorxd${n} ukrxine presidxnt ministri warx`)}`).join(' ')} }`,
    },
    {
      name: 'names of one letter',
      query:
        '{ actors(filter: { name: "a* b* c* d* e*" }) { totalCount } claims(filter: { text: "co* re* in* de* th*" }) { totalCount } }',
    },
    {
      name: 'search, and filters by text in each other',
      query: `{ statements(filter: ${nested(15, '{ text: "re*" }')}, first: 1) { totalCount } }`,
    },
  ]
}

function grouped(): Asked[] {
  const other = 'filter: { not: { act: [OTHER] } }'
  return [
    {
      name: 'all facets of nearly everything',
      query: `{ facets(by: ${facets}, first: 20, ${other}) { count } }`,
    },
    {
      name: 'all facets, ninety times',
      query: `{ ${again(`facets(by: ${facets}, first: 20, ${other}) { count }`)} }`,
    },
    {
      name: 'agreements by a text, with claims',
      query: '{ agreements(filter: { text: "re*" }, first: 500) { agree claims { id } } }',
    },
    {
      name: 'agreements of all claims that a filter keeps',
      query: '{ agreements(filter: { singleSource: false }, first: 500) { agree claims { id } } }',
    },
    { name: 'grid of nearly everything', query: `{ grid(first: 100, ${other}) { counts } }` },
    {
      name: 'matrix of nearly everything, again',
      query: `{ ${again(`matrix(first: 500, ${other}) { statements }`, 30)} }`,
    },
    {
      name: 'stretches of nearly everything, again',
      query: `{ ${again(`timelineHistogram(edges: ["2000", "2010", "2020", "2030"], ${other}) { statements }`, 60)} }`,
    },
    {
      name: 'what is left out, within what is left out',
      query: `{ statements(filter: ${nested(18, '{ act: [STATE, DENY], stance: [AFFIRMS, DENIES] }')}, first: 1) { totalCount } }`,
    },
  ]
}

function lists(): Asked[] {
  return [
    {
      name: 'pages of pages',
      query:
        '{ actors(first: 50) { nodes { statements(first: 50) { nodes { claim { statements(first: 20) { nodes { id text } } } } } } } }',
    },
    {
      name: 'counts of everything, by everybody',
      query: `{ actors(first: 500) { nodes { ${again('statements(filter: { not: { act: [OTHER] } }, first: 0) { totalCount }', 40)} } } }`,
    },
    {
      name: 'standings then, of many claims',
      query: `{ claims(first: 500) { nodes { ${times(90, (n) => `a${n}: standing(asOf: "2023-01-${String((n % 28) + 1).padStart(2, '0')}")`).join(' ')} } } }`,
    },
    {
      name: 'positions then, of many claims',
      query:
        '{ claims(first: 500, orderBy: SPEAKERS_DESC) { nodes { positions(asOf: "2024") { stance statement { id } } } } }',
    },
    {
      name: 'all positions of many claims',
      query:
        '{ claims(first: 500, orderBy: SPEAKERS_DESC) { nodes { positions { stance actor { name } statements { text } } } } }',
    },
    {
      name: 'statements of positions',
      query:
        '{ claims(first: 200, orderBy: SPEAKERS_DESC) { nodes { positions { statements { source { title } } } } } }',
    },
    {
      name: 'backwards, and by text',
      query:
        '{ statements(last: 500, filter: { text: "re*", not: { text: "th*" } }, orderBy: SAID_DESC) { totalCount nodes { id } } }',
    },
    {
      name: 'the timeline, filtered',
      query:
        '{ timeline(first: 500, filter: { not: { text: "re*" } }) { totalCount nodes { node { id } } } }',
    },
  ]
}

function ways(): Asked[] {
  return [
    {
      name: 'far neighborhoods',
      query: `{ ${times(20, (n) => `a${n}: neighborhood(of: "actor-${n}", depth: 3, first: 200) { nodes { id } links { evidenceCount evidence { id } } }`).join(' ')} }`,
    },
    {
      name: 'long ways',
      query: `{ ${times(20, (n) => `a${n}: paths(from: "actor-${n}", to: "actor-${n + 50}", maxLength: 6, first: 50) { length }`).join(' ')} }`,
    },
  ]
}
