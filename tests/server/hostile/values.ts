import { type Attack, changing, recording, type Told } from './attack.ts'

/** Texts, numbers, dates and sizes. */

const person = { slug: 'mallory', type: 'PERSON', name: 'Mallory' }
const wrongInput = (says: RegExp): Told => ({ code: 'BAD_USER_INPUT', says })
const long = (length: number, text = 'x') => text.repeat(length)

const injections = [
  "' or 1=1 --",
  '"; drop table statement; --',
  "zeppelins' union select hash from token --",
  'quokkas NEAR/2 wombats',
  'text:zeppelins AND (',
  '"',
  '*',
  '((((',
  '{text label}: zeppelins',
  '^zeppelins*',
  '%',
  '\\',
  '\u202ezeppelins',
  '\u0301',
  long(50_000),
]
const searches = injections.flatMap((text): Attack[] => [
  {
    what: `searches for ${text.slice(0, 40)}`,
    query: 'query ($text: String!) { search(text: $text) { totalCount } }',
    variables: { text },
    told: { data: { search: { totalCount: 0 } } },
  },
  {
    what: `filters by ${text.slice(0, 40)}`,
    query: 'query ($text: String!) { actors(filter: { name: $text }) { totalCount } }',
    variables: { text },
    told: { data: { actors: { totalCount: 0 } } },
  },
])

const dates: readonly [string, RegExp][] = [
  ["2022' or 1=1", /is not an EDTF date/],
  ['2022-05-10"; drop table statement', /is not an EDTF date/],
  ['2022-02-30', /days 01 to 28/],
  ['9999999999', /begins with Y/],
  ['Y170000000002', /only the years/],
  ['Y1e400', /is not an EDTF date/],
  ['2022/2021', /2021 is before 2022/],
  ['{2022,2023}', /level 2 of EDTF/],
  ['2022-05-10T25:00:00Z', /an hour is 00 to 23/],
  [long(50_000, '2'), /got invalid value/],
]
const dated = dates.flatMap(([date, says]): Attack[] => [
  recording(
    'Event',
    { slug: 'hostile', name: 'X', type: 'ASSAULT', when: date },
    wrongInput(says),
    `when ${date.slice(0, 40)}`,
  ),
  {
    what: `as of ${date.slice(0, 40)}`,
    query: 'query ($date: EDTF) { statements(filter: { asOf: $date }) { totalCount } }',
    variables: { date },
    told: wrongInput(says),
  },
])

const unseen = /at \d+ that cannot be seen and changes what is seen \(U\+[0-9A-F]{4}\): leave it out/
const texts: Attack[] = [
  ...['a\0b', '\0', 'a\ud800b', '\udc00'].flatMap((text) => [
    recording(
      'Actor',
      { ...person, name: text },
      wrongInput(/\$input\.name has (the character NUL|half of a surrogate)/),
      `the name ${JSON.stringify(text)}`,
    ),
    changing(
      'remove(id: "nobody", note: $note)',
      wrongInput(/\$note has/),
      { note: text },
      '($note: String)',
    ),
  ]),
  ...['a\u0007b', '\u001b[31mred', 'a\u0085b', 'Ivan \u202enavI', '\u202dx'].flatMap((text) => [
    recording(
      'Actor',
      { ...person, name: text },
      { problem: unseen, path: 'input.name' },
      `the name ${JSON.stringify(text)}`,
    ),
    recording(
      'Actor',
      { ...person, labels: [{ lang: 'en', texts: ['Mallory', text] }] },
      { problem: unseen, path: 'input.labels.0.texts.1' },
      `the label ${JSON.stringify(text)}`,
    ),
    recording(
      'Source',
      { slug: 'hostile', kind: 'OTHER', title: text },
      { problem: unseen, path: 'input.title' },
      `the title ${JSON.stringify(text)}`,
    ),
    changing(
      'readReport(input: { text: "It rained.", title: $title })',
      { problem: unseen, path: 'input.title' },
      { title: text },
      '($title: String)',
    ),
    changing(
      'undo(revision: "revision_1", note: $note)',
      { problem: unseen, path: 'note' },
      { note: text },
      '($note: String)',
    ),
  ]),
  ...['../../etc/passwd', '__proto__', 'toString', 'A b', '', 'actor_1', '\u202eslug', long(300, 'a')].map(
    (slug) =>
      recording(
        'Actor',
        { ...person, slug },
        { problem: /a slug is lower-case letters, digits and single hyphens/, path: 'input.slug' },
        `the slug ${slug.slice(0, 40)}`,
      ),
  ),
  ...[
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    '//evil.example',
    'https://x y',
    'http://[::1',
  ].map((url) =>
    recording(
      'Source',
      { slug: 'hostile', title: 'X', kind: 'OTHER', url },
      wrongInput(/is no absolute http or https URL, such as/),
      `the address ${url}`,
    ),
  ),
  ...["en' or 1=1", 'constructor', 'xx-YY-zz-000', long(5_000)].map((lang) =>
    recording(
      'Actor',
      { ...person, labels: [{ lang, texts: ['X'] }] },
      { problem: /a language is a BCP 47 tag, such as/, path: 'input.labels.0' },
      `the language ${lang.slice(0, 40)}`,
    ),
  ),
  recording(
    'Actor',
    { ...person, links: [{ scheme: '__proto__', values: ['x'] }] },
    { problem: /can be no key/, path: 'input.links.0' },
    'a scheme called __proto__',
  ),
]

const numbers: Attack[] = [
  ...[-1, 501, 1e9].map((first) => listing(first, /first is -?\d+; it must be from 0 to 500/)),
  ...[2 ** 31, -(2 ** 40), 0.5, 'NaN', '10', true, [1, 2], {}].map((first) =>
    listing(first, /got invalid value/),
  ),
  ...['NaN', 'Infinity', true].map((low) =>
    recording(
      'Claim',
      { slug: 'hostile', kind: 'OTHER', text: 'X', figure: { low, unit: 'x' } },
      wrongInput(/Float cannot represent/),
      `the figure ${low}`,
    ),
  ),
  changing(
    'recordClaim(input: { slug: "hostile", kind: OTHER, text: "X", figure: { low: 1e999, unit: "x" } })',
    { problem: /should be a number/, path: 'input.figure.low' },
  ),
  recording(
    'Place',
    { slug: 'hostile', name: 'X', precision: 'EXACT', latitude: 1e10, longitude: 1 },
    { problem: /should be no more than 90/, path: 'input.latitude' },
    'a latitude off the globe',
  ),
  recording(
    'Place',
    { slug: 'hostile', name: 'X', precision: 'EXACT', latitude: 1 },
    { problem: /a latitude needs its longitude/, path: 'input.longitude' },
    'half a position',
  ),
  recording(
    'Statement',
    { id: 'riders-claim', span: { start: -1, end: -5, exact: 'x' } },
    { problem: /should be no less than/, path: 'input.span.start' },
    'a negative span',
  ),
  recording(
    'Statement',
    { id: 'riders-claim', span: { start: 2 ** 30, end: 2 ** 30 + 1, exact: 'x' } },
    { problem: /words stand nowhere in the text/, path: 'input.span' },
    'a span beyond the text',
  ),
  recording(
    'Statement',
    { id: 'riders-claim', span: { start: 0.5, end: 2, exact: 'x' } },
    wrongInput(/Int cannot represent non-integer value/),
    'a span of half a letter',
  ),
]

function listing(first: unknown, says: RegExp): Attack {
  return {
    what: `the first ${JSON.stringify(first)}`,
    query: 'query ($first: Int) { actors(first: $first) { nodes { id } } }',
    variables: { first },
    told: wrongInput(says),
  }
}

const removals = (count: number) =>
  `mutation { ${Array.from({ length: count }, (_, at) => `m${at}: remove(id: "nobody") { id }`).join(' ')} }`
const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)])

const sizes: Attack[] = [
  recording(
    'Actor',
    { ...person, name: long(500_000) },
    { problem: /500,000 characters; at most 2,000 are taken here/, path: 'input.name' },
    'a name as long as a book',
  ),
  recording(
    'Source',
    { slug: 'far', title: 'Far', kind: 'REPORT', url: `https://example.org/${long(5_000)}` },
    { problem: /at most 2,000 are taken here/, path: 'input.url' },
    'an address that no browser takes',
  ),
  recording(
    'Actor',
    { id: 'arland', description: long(1_100_000) },
    { code: 'PAYLOAD_TOO_LARGE', says: /larger than 1024 KiB/ },
    'a body that is too large',
  ),
  recording(
    'Actor',
    { ...person, labels: Array.from({ length: 1_001 }, () => ({ lang: 'en', texts: ['X'] })) },
    wrongInput(/has 1,001 values; a list may have 1,000/),
    'a list that is too long',
  ),
  recording(
    'Actor',
    { ...person, labels: nested(1_000) },
    { code: 'DEPTH_LIMIT', says: /nested too deep/ },
    'a list in lists in lists',
  ),
  {
    what: 'a thousand mutations under aliases',
    query: removals(1_000),
    told: { code: 'TOKEN_LIMIT', says: /longer than 5,000 tokens/ },
  },
  {
    what: 'more mutations under aliases than are taken',
    query: removals(101),
    told: { code: 'ALIAS_LIMIT', says: /has 101 aliases; 100 are allowed/ },
  },
  {
    what: 'a query deeper than any',
    query: `{ ${'query { '.repeat(40)} stats { actors } ${'}'.repeat(40)} }`,
    told: { code: 'DEPTH_LIMIT', says: /42 fields deep; 15 are allowed/ },
  },
  {
    what: 'braces without end',
    query: '{'.repeat(100_000),
    told: { code: 'GRAPHQL_PARSE_FAILED', says: /Syntax Error/ },
  },
  {
    what: 'fragments that spread each other',
    query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
    told: { code: 'GRAPHQL_VALIDATION_FAILED', says: /within itself/ },
  },
]

const prototypes: Attack[] = [
  {
    ...recording('Actor', {}, wrongInput(/Field "__proto__" is not defined/), 'an input with __proto__'),
    variables: JSON.parse('{ "input": { "slug": "mallory", "__proto__": { "review": "ACCEPTED" } } }'),
  },
  recording(
    'Actor',
    { ...person, constructor: { prototype: { id: 'x' } } },
    wrongInput(/Field "constructor" is not defined/),
    'an input with constructor',
  ),
  recording(
    'Actor',
    { ...person, type: '__proto__' },
    wrongInput(/does not exist in "ActorType"/),
    'a type called __proto__',
  ),
  {
    what: 'aliases of __proto__',
    query: '{ __proto__: stats { constructor: actors } constructor: stats { toString: actors } }',
    told: {
      data: JSON.parse('{ "__proto__": { "constructor": 7 }, "constructor": { "toString": 7 } }'),
    },
  },
]

export const hostileValues: readonly Attack[] = [
  ...searches,
  ...dated,
  ...texts,
  ...numbers,
  ...sizes,
  ...prototypes,
]
