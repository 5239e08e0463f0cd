import fc from 'fast-check'
import { textProblem } from '../src/text/text-problem.ts'
import {
  actorTypes,
  affiliationRoles,
  certainties,
  claimKinds,
  claimRelationTypes,
  credibilities,
  eventTypes,
  organizationKinds,
  origins,
  participantRoles,
  placePrecisions,
  quoteTypes,
  reliabilities,
  reviewStates,
  sourceKinds,
  speechActs,
  stances,
  verdicts,
} from '../src/values/vocabulary.ts'
import { upTo } from './graph-fixture.ts'

/** Texts that a format may take for something else, or write otherwise. */
const oddTexts = [
  ...[
    'no',
    'Yes',
    'on',
    'null',
    '~',
    'true',
    '.nan',
    '0x1F',
    '1e3',
    '2023',
    '2023-05-24',
    '12:30',
    '1_000',
    '010',
    '-',
    '--- x',
  ],
  ...[
    '- a',
    '? a',
    ': a',
    'a: b',
    'a:',
    'a #b',
    '#a',
    '!a',
    '&a',
    '*a',
    '|',
    '>',
    '|-\n a',
    '%a',
    '@a',
    '`a',
    '"a"',
    "'a'",
    '{a',
    '[a',
    ',a',
  ],
  ...[
    'a\nb',
    'a\n\nb',
    'a\n  b\n c',
    '\ta\tb',
    'a\r\nb',
    'a\rb',
    'a \n b',
    'a\n\tb',
    'a\n---\nb',
    'a\n...\nb',
    '\u0001\u001f\u007f\u0085\u009f',
  ],
  ...[
    'a\u2028b\u2029c',
    '\ufeffa',
    'a\u200bb\u202ec',
    '😀👩‍👩‍👧',
    '\u{10ffff}\ufffe\uffff',
    'e\u0301',
    'Å',
    'が',
    '\\',
    '\\n',
    '\\u0000',
    '<<',
    '=',
  ],
  ...[
    '__proto_',
    'constructor',
    'toString',
    'hearsay: 1',
    '{"actor":{}}',
    'x'.repeat(5000),
    `${'long words '.repeat(500)}`,
  ],
]

const isText = (text: string): boolean => textProblem(text) === null && text.trim() !== ''
const anyText = fc
  .oneof(
    fc.constantFrom(...oddTexts),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  )
  .filter(isText)
const outerSpace = fc.constantFrom('', ' ', '\n', '\t', '\u00a0', '\r\n')
const rawText = fc.tuple(outerSpace, anyText, outerSpace, anyText, outerSpace).map((parts) => parts.join(''))

const date = fc.constantFrom(
  '2023',
  '2023-05',
  '2023-05-24',
  '2023-05-24~',
  '2022-02-24/..',
  '../2023',
  '198X',
  '-0043-03',
  '2023-05-24T10:00:00Z',
  '2023-21',
)
const instant = fc.constantFrom(
  '2023-05-24T10:00:00Z',
  '2023-05-24T10:00:00.123Z',
  '2023-05-24T23:59:59.999+02:00',
)
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0.1, 1e21, 1e-7, 2 ** 53 + 2, -0),
)
const link = fc.constantFrom(
  'https://example.org/é?q=%D0%B9#a',
  'http://example.org',
  'https://пример.рф/a b',
)

const oneOrMore = fc.oneof(rawText, fc.uniqueArray(rawText, { minLength: 1, maxLength: 3 }))

/** So many of each kind. */
const COUNT = 5
const numbers = upTo(COUNT)

type Draw = fc.GeneratorValue

/** A dossier that an import takes, with any field of the format in it or not. */
export function randomDossier(draw: Draw): Record<string, unknown> {
  const isThere = () => draw(fc.boolean)
  const maybe = <T>(value: () => T): T | undefined => (isThere() ? value() : undefined)
  const word = <T extends string>(values: readonly T[]): T => draw(() => fc.constantFrom(...values))
  const any = <T>(arbitrary: fc.Arbitrary<T>): T => draw(() => arbitrary)
  const node = (kind: string, below = COUNT) => `${kind}-${draw(fc.nat, { max: below - 1 })}`
  const aboveOf = (kind: string, index: number) => (index === 0 ? undefined : maybe(() => node(kind, index)))
  const several = <T>(item: () => T): T[] => upTo(draw(fc.nat, { max: 3 })).map(item)
  const text = () => any(rawText)
  const named = () => {
    const name = text()
    return {
      name,
      description: maybe(text),
      links: maybe(() => Object.fromEntries(several(() => [text(), any(oneOrMore)]))),
      review: maybe(() => word(origins)),
      ...{ labels: maybe(() => labelsOf(name)) },
    }
  }
  const labelsOf = (name: string) =>
    Object.fromEntries(several(() => [word(languages), isThere() ? any(oneOrMore) : [text(), name]]))
  const slugs = numbers.map((index) => index)
  const places = slugs.map((index) => ({
    slug: `place-${index}`,
    ...named(),
    partOf: aboveOf('place', index),
    ...maybe(() => ({
      latitude: any(fc.double({ min: -90, max: 90, noNaN: true })),
      longitude: any(fc.integer({ min: -180, max: 180 })),
    })),
    precision: word(placePrecisions),
    iso3166_2: maybe(() => 'UA-14'),
  }))
  const actors = slugs.map((index) => {
    const type = word(actorTypes)
    const { labels, ...rest } = named()
    const unnamed = maybe(() => isThere())
    return {
      slug: `actor-${index}`,
      ...rest,
      ...(unnamed ? {} : { labels }),
      unnamed,
      type,
      iso3166: type === 'STATE' ? maybe(() => 'UA') : undefined,
      kind: type === 'ORGANIZATION' ? word(organizationKinds) : undefined,
      allegiance: type === 'ARMED_GROUP' ? aboveOf('actor', index) : undefined,
      reliability: type === 'MEDIA_OUTLET' ? maybe(() => word(reliabilities)) : undefined,
      affiliations: maybe(() =>
        several(() => ({
          organization: `actor-${(index + 1 + draw(fc.nat, { max: COUNT - 2 })) % COUNT}`,
          role: word(affiliationRoles),
          title: maybe(text),
          from: maybe(() => any(date)),
          until: maybe(() => any(date)),
        })),
      ),
    }
  })
  const events = slugs.map((index) => ({
    slug: `event-${index}`,
    ...named(),
    type: word(eventTypes),
    mode: maybe(text),
    when: maybe(() => any(date)),
    place: maybe(() => node('place')),
    partOf: aboveOf('event', index),
    participants: maybe(() => several(() => ({ actor: node('actor'), role: word(participantRoles) }))),
  }))
  const sources = slugs.map((index) => ({
    slug: `source-${index}`,
    title: text(),
    kind: word(sourceKinds),
    publisher: maybe(() => node('actor')),
    author: maybe(text),
    url: maybe(() => any(link)),
    archivedUrl: maybe(() => any(link)),
    language: maybe(() => word(languages)),
    publishedAt: maybe(() => any(date)),
    retrievedAt: maybe(() => any(instant)),
    reliability: maybe(() => word(reliabilities)),
    text: maybe(() => `${index} ${text().normalize('NFC')}`.normalize('NFC')),
    versionOf: aboveOf('source', index),
    copyOf: aboveOf('source', index),
  }))
  const claims = slugs.map((index) => ({
    slug: `claim-${index}`,
    text: text(),
    kind: word(claimKinds),
    subject: maybe(() => node('actor')),
    event: maybe(() => node('event')),
    object: maybe(() => node(word(['actor', 'place', 'event']))),
    figure: maybe(() => {
      const [low, high] = [any(number), any(number)].sort((a, b) => a - b)
      const both = draw(fc.nat, { max: 2 })
      return { low: both === 1 ? undefined : low, high: both === 2 ? undefined : high, unit: text() }
    }),
    review: maybe(() => word(origins)),
    relations: maybe(() =>
      several(() => ({
        type: word(claimRelationTypes),
        to: `claim-${(index + 1 + draw(fc.nat, { max: COUNT - 2 })) % COUNT}`,
      })),
    ),
  }))
  const order = any(fc.shuffledSubarray(upTo(COUNT * 2), { minLength: COUNT * 2 }))
  const statements = order.map((index) => {
    const source = sources[draw(fc.nat, { max: COUNT - 1 })]
    const speaker = draw(fc.nat, { max: COUNT - 1 })
    const claim = maybe(() => node('claim', 2))
    const hasStance = claim !== undefined || isThere()
    return {
      slug: `statement-${index}`,
      source: source?.slug,
      speaker: `actor-${speaker}`,
      speakerText: maybe(text),
      onBehalfOf: maybe(() => `actor-${(speaker + 1) % COUNT}`),
      addressee: maybe(() => node('actor')),
      text: text(),
      language: maybe(() => word(languages)),
      quoteType: word(quoteTypes),
      cue: maybe(text),
      act: word(speechActs),
      claim,
      stance: hasStance ? word(stances) : undefined,
      certainty: hasStance ? word(certainties) : undefined,
      about: maybe(() => several(() => node(word(['actor', 'place', 'event'])))),
      saidAt: maybe(() => any(date)),
      span: maybe(() => spanIn(source?.text, draw(fc.nat, { max: 5 }), maybe(text))),
      via: aboveOf('statement', index),
      review: maybe(() => word(reviewStates)),
    }
  })
  const assessments = slugs.map((index) => ({
    slug: `assessment-${index}`,
    assessor: node('actor'),
    claim: node('claim'),
    verdict: word(verdicts),
    credibility: maybe(() => word(credibilities)),
    method: maybe(text),
    date: maybe(() => any(date)),
    evidence: maybe(() => node('source')),
  }))
  const file = {
    hearsay: 1,
    language: word(languages),
    places,
    actors,
    events,
    sources,
    claims,
    statements,
    assessments,
  }
  // Through JSON, so that what is undefined is left out.
  return JSON.parse(JSON.stringify(file))
}

const languages = ['en', 'uk', 'no', 'zh-Hant', 'fr-CA']

/** A span of whole characters in a text; where there is none, the words alone. */
function spanIn(text: string | undefined, start: number, around: string | undefined) {
  if (text === undefined) return { start, end: start + 5, exact: 'words', prefix: around, suffix: '' }
  const characters = [...text]
  const from = Math.min(start, characters.length - 1)
  const before = characters.slice(0, from).join('')
  const exact = characters.slice(from, from + 4).join('')
  return { start: before.length, end: before.length + exact.length, exact, prefix: before, suffix: around }
}
