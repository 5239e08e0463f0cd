import { describe, expect, it } from 'vitest'
import { both, type Dossier, dossierIn, dossierWorlds, knownBy, randomDossier } from './as-of.ts'
import { type Answer, dispute, everyField, seed, upTo, worlds } from './graph-fixture.ts'

const worldOf = dossierWorlds()
const { of } = worlds()

/** The same numbers each time. */
function numbersFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

const dossiers: readonly (readonly [string, Dossier, readonly string[]])[] = [
  ['the seed', dossierIn(seed), ['2023-05-22', '2023-05-23']],
  ['a dispute', dossierIn(dispute), ['2022-05-09', '2022-05-15']],
  ['every field', dossierIn(everyField), ['2023-05-23']],
  ['one made at random', randomDossier(numbersFrom(7), 12), ['2020', '2021-06', '2022-01-15']],
  ['another', randomDossier(numbersFrom(2023), 9), ['2022-07-01', '2024']],
]

const claimFilters = [
  '',
  'standing: [ASSERTED]',
  'standing: [CONTESTED, DENIED]',
  'standing: [OPEN]',
  'singleSource: true',
  'singleSource: false',
  'partiesOnly: true',
  'partiesOnly: false',
  'assessed: true',
  'assessed: false',
  'verdict: [VERIFIED, DISPUTED]',
  'kind: [OTHER, CASUALTIES]',
]
const claim = `slug standing(AS_OF) statementCount(AS_OF) speakerCount(AS_OF) sourceCount(AS_OF)
  assessments(AS_OF) { verdict date } positions(AS_OF) { stance side changed actor { slug } statement { text } }`
const entity = '... on Entity { slug } ... on Claim { slug } ... on Statement { text }'
const link = `type role agree conflict evidenceCount from { slug } to { slug } evidence { __typename ${entity} }`

/** Claims to which nothing spoke by then are not among those as of a day; where only that was known, they are there. */
const spokenTo = ({ claims: { nodes } }: Answer): Answer[] =>
  nodes.filter((one: Answer) => one.statementCount > 0)

describe.each(dossiers)('%s', (_, dossier, days) => {
  const whole = worldOf(dossier)
  const actors: string[] = dossier.actors.map(({ slug }: Answer) => slug)
  const events: string[] = dossier.events.map(({ slug }: Answer) => slug)
  const cases = days.map((day) => [day, worldOf(knownBy(dossier, day))] as const)

  it.each(cases)(
    'as of %s has the claims, standings, counts and positions of what was known',
    (day, then) => {
      for (const filter of claimFilters) {
        const asked = `{ claims(filter: { AS_OF ${filter} }, first: 500) { totalCount nodes { ${claim} } } }`
        const [past, known] = both(whole, then, asked, day)
        expect({ filter, claims: past.claims.nodes }).toEqual({ filter, claims: spokenTo(known) })
        expect(past.claims.totalCount).toBe(past.claims.nodes.length)
      }
    },
  )

  it.each(cases)('as of %s has the neighborhoods, and what their links rest on', (day, then) => {
    for (const of of [...actors.slice(0, 6), ...events.slice(0, 2)]) {
      const asked = `{ neighborhood(of: "${of}" depth: 2 first: 40 AS_OF) { truncated nodes { slug } links { ${link} } } }`
      const [past, known] = both(whole, then, asked, day)
      expect(past).toEqual(known)
    }
  })

  it.each(cases)('as of %s has the paths and the links between any two', (day, then) => {
    const pairs = upTo(8).map((index) => [
      actors[index % actors.length],
      actors[(index * 5 + 1) % actors.length],
    ])
    for (const [from, to] of pairs) {
      const asked = `{
        paths(from: "${from}" to: "${to}" first: 8 AS_OF) { length nodes { slug } links { ${link} } }
        links(from: "${from}" to: "${to}" AS_OF) { ${link} }
      }`
      const [past, known] = both(whole, then, asked, day)
      expect(past).toEqual(known)
    }
  })

  it.each(cases)('as of %s has the agreements, by the positions of then', (day, then) => {
    const pair = 'agree conflict a { slug } b { slug } claims { slug }'
    const asked = `{
      all: agreements(filter: { AS_OF }, first: 500) { ${pair} }
      some: agreements(filter: { AS_OF hasFigure: false }, minClaims: 2, first: 500) { ${pair} }
    }`
    const [past, known] = both(whole, then, asked, day)
    expect(past).toEqual(known)
  })

  it.each(cases)('as of %s has the statements, facets, pairs and tables', (day, then) => {
    const asked = `{
      statements(filter: { AS_OF }, first: 500) { totalCount nodes { text saidAt } }
      latest: statements(filter: { AS_OF stance: [AFFIRMS] }, orderBy: SAID_DESC, first: 5) { nodes { text } }
      facets(filter: { AS_OF }, by: [SPEAKER, ABOUT, EVENT, CLAIM, SOURCE, PUBLISHER, ACT, STANCE, MONTH], first: 500) {
        facet value count
      }
      matrix(filter: { AS_OF }, first: 500) { statements actor { slug } entity { slug } }
      grid(filter: { review: [ACCEPTED] AS_OF }) { speakers { slug } subjects { slug } counts }
      timeline(filter: { AS_OF }, types: [STATEMENT], first: 500) { totalCount nodes { node { ... on Statement { text } } } }
    }`
    const [past, known] = both(whole, then, asked, day)
    expect(past).toEqual(known)
  })

  it.each(cases)('as of %s has each actor’s positions, statements and tallies', (day, then) => {
    const asked = `{ actors(first: 500) { nodes {
      slug
      positions(AS_OF, first: 100) { totalCount nodes { stance changed claim { slug } } }
      statements(filter: { AS_OF }, first: 100) { totalCount nodes { text } }
      statementsAbout(filter: { AS_OF }, first: 100) { totalCount nodes { text } }
      statementCounts(AS_OF) { itself forOthers byOthers }
      speaksAbout(AS_OF, first: 5) { statements entity { slug } }
      through: speaksAbout(voice: ON_BEHALF, AS_OF) { statements entity { slug } }
      spokenAboutBy(AS_OF, first: 5) { statements actor { slug } }
    } } }`
    const [past, known] = both(whole, then, asked, day)
    expect(past).toEqual(known)
  })

  it.each(cases)('as of %s has the claims of each event', (day, then) => {
    const asked = `{ events(first: 500) { nodes { slug claims(filter: { AS_OF }, first: 100) { totalCount nodes { ${claim} } } } } }`
    const [past, known] = both(whole, then, asked, day)
    for (const [index, event] of past.events.nodes.entries()) {
      const due = spokenTo(known.events.nodes[index])
      expect(event.claims).toEqual({ totalCount: due.length, nodes: due })
    }
  })
})

describe('as of a date', () => {
  const world = of(dispute)

  it.each([
    ['{ claims(filter: { asOf: "DATE" }) { totalCount } }', ['filter', 'asOf']],
    ['{ statements(filter: { asOf: "DATE" }) { totalCount } }', ['filter', 'asOf']],
    ['{ facets(by: [ACT], filter: { not: { asOf: "DATE" } }) { count } }', ['filter', 'not', 'asOf']],
    ['{ agreements(filter: { asOf: "DATE" }) { agree } }', ['filter', 'asOf']],
    ['{ neighborhood(of: "arland", asOf: "DATE") { truncated } }', ['asOf']],
    ['{ paths(from: "arland", to: "borland", asOf: "DATE") { length } }', ['asOf']],
    ['{ links(from: "arland", to: "borland", asOf: "DATE") { type } }', ['asOf']],
    ['{ claim(id: "ten-killed") { speakerCount(asOf: "DATE") } }', ['asOf']],
    ['{ claim(id: "ten-killed") { assessments(asOf: "DATE") { id } } }', ['asOf']],
    ['{ actor(id: "arland") { statementCounts(asOf: "DATE") { itself } } }', ['asOf']],
    ['{ actor(id: "arland") { speaksAbout(asOf: "DATE") { statements } } }', ['asOf']],
  ])('that has no end, %s says so', (document, argument) => {
    for (const date of ['2022/..', '2022-05-01/', '2022-05~/..']) {
      const refusal = world.refusal(document.replace('DATE', date))
      expect(refusal.argument).toEqual(argument)
      expect(refusal.message).toBe(`asOf is ${date}, which is open: give a date that has an end.`)
    }
  })

  it('counts by its end, however long it is', () => {
    const known = (date: string) =>
      world.ask(`{ statements(filter: { asOf: "${date}" }) { totalCount } }`).statements.totalCount
    expect(known('2022-05')).toBe(known('2022-05-31'))
    expect(known('2022-05~')).toBe(known('2022-05-31T23:59:59.999Z'))
    expect(known('2020/2022-05-31')).toBe(known('2022-05-31'))
    expect(known('-0043')).toBe(0)
  })

  it('leaves out of a filter what that leaves out', () => {
    const count = (filter: string) =>
      world.ask(`{ statements(filter: { ${filter} }) { totalCount } }`).statements.totalCount
    expect(count('asOf: "2022-05-15"') + count('not: { asOf: "2022-05-15" }')).toBe(count(''))
  })

  it('may be several in one question, and now beside them', () => {
    const asked = (asOf: string) =>
      `neighborhood(of: "arland" ${asOf}) { links { type evidenceCount evidence { id } from { slug } to { slug } } }`
    const times = ['', 'asOf: "2022-05-09"', 'asOf: "2022-05-15"', 'asOf: "2022-06-01"', 'asOf: "2023"', '']
    const together = world.ask(`{ ${times.map((time, index) => `at${index}: ${asked(time)}`).join('\n')} }`)
    for (const [index, time] of times.entries())
      expect(together[`at${index}`]).toEqual(world.ask(`{ ${asked(time)} }`).neighborhood)
  })
})
