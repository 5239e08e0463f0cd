import { type ExecutionResult, execute, type OperationDefinitionNode, parse } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { CompiledQuery } from '../src/api/run/compile.ts'
import { schema } from '../src/api/schema.ts'
import { KeptAnswers } from '../src/sql/kept-answers.ts'
import { upTo, worlds } from './graph-fixture.ts'
import { fill } from './synthetic.ts'

const world = worlds().empty()
beforeAll(() => void fill(world, 200))

const documents: Record<string, string> = {
  'actors, what they say, and to whom they belong': `query ($rows: Int) {
    actors(first: $rows) {
      totalCount
      nodes {
        slug name(lang: "uk") labels { text } links { url }
        statementCounts { itself forOthers byOthers }
        speaksAbout(first: 3) { entity { slug } statements }
        onBehalf: speaksAbout(first: 3, voice: ON_BEHALF) { entity { slug } }
        spokenAboutBy(first: 3) { actor { slug } }
        statements(first: 3) {
          totalCount
          nodes { text speaker { slug affiliations { organization { slug affiliates { actor { slug } } } } } }
        }
        positions(first: 3) { totalCount nodes { stance claim { slug } statement { source { title } } } }
        past: positions(asOf: "2023-01", first: 3) { totalCount nodes { claim { slug } statements { text } } }
        participations(first: 2) { totalCount nodes { event { place { slug } } } }
        ... on Person { offices { organization { name } } }
        ... on ArmedGroup { allegiance { slug } }
        ... on MediaOutlet { sources(first: 2) { totalCount nodes { text publisher { slug } } } }
      }
    }
  }`,
  'claims, their positions, and what they rest on': `query ($rows: Int) {
    claims(first: $rows) {
      totalCount
      nodes {
        standing then: standing(asOf: "2022-06") subject { slug } event { slug } object { slug statementsAbout { totalCount } }
        positions { actor { slug } statement { source { publisher { slug } } } statements { speaker { slug } } }
        past: positions(asOf: "2022-06") { actor { slug } statements { text } }
        assessments { assessor { slug } evidence { title } claim { slug } }
        statements(first: 2) { totalCount nodes { onBehalfOf { slug } } }
      }
    }
  }`,
  'events, their claims, and what contradicts those': `query ($rows: Int) {
    events(first: $rows) {
      totalCount
      nodes {
        place { partOf { slug } } partOf { slug } parts { slug } participants { actor { slug name } }
        claims(first: 3) { totalCount nodes { relations { from { slug } to { slug } claim { slug positions { actor { slug } } } } } }
      }
    }
  }`,
  'statements, through whom they came, and about whom they are': `query ($rows: Int) {
    statements(first: $rows) {
      totalCount
      nodes {
        via { text } addressee { slug } onBehalfOf { slug } source { publisher { slug } } claim { slug }
        chain { speaker { slug } about { slug labels { text } ... on Event { place { slug } } } }
        about { slug statementsAbout(first: 2, orderBy: SAID_DESC) { totalCount nodes { text speaker { slug } } } }
      }
    }
  }`,
  'places, their events, and who took part': `query ($rows: Int) {
    places(first: $rows) {
      totalCount
      nodes {
        slug partOf { slug }
        events(first: 3) { totalCount nodes { participants(role: TARGET) { actor { slug affiliates { actor { slug } } } } } }
        statementsAbout(filter: { stance: [AFFIRMS] }, first: 2) { totalCount nodes { claim { slug } } }
      }
    }
  }`,
  'what a search finds, and what stands behind it': `query ($rows: Int) {
    search(text: "bridge", first: $rows) {
      totalCount
      nodes {
        snippet
        node {
          id
          ... on Statement { speaker { slug } about { slug } chain { text } }
          ... on Claim { positions { actor { slug } } }
        }
      }
    }
  }`,
  'the line of time, and what stands on it': `query ($rows: Int) {
    timeline(first: $rows) {
      totalCount
      nodes { when node { ... on Event { participants { actor { slug } } } ... on Statement { speaker { slug } about { slug } } } }
    }
  }`,
  'the line of time of those who affirm, and of a time': `query ($rows: Int) {
    timeline(first: $rows, filter: { stance: [AFFIRMS] }, types: [STATEMENT], from: "2000") {
      totalCount
      nodes { when node { ... on Statement { speaker { slug } about { slug } } } }
    }
  }`,
  'claims, and the last to take each side': `query ($rows: Int) {
    claims(first: $rows) {
      nodes {
        knownOn(first: 5)
        affirms: positionPage(side: [AFFIRMS], first: 3) { totalCount nodes { actor { slug } statement { text } } }
        denied: positionPage(stance: [DENIES], asOf: "2022-09-01", first: 3) {
          totalCount
          nodes { actor { slug } changed previous { saidAt speaker { slug } } }
        }
      }
    }
  }`,
  'claims as of a time, and what they rested on': `query ($rows: Int) {
    claims(first: $rows, filter: { asOf: "2022-09-01", standing: [ASSERTED, DENIED, CONTESTED, OPEN], assessed: false }) {
      totalCount
      nodes {
        standing(asOf: "2022-09-01") statementCount(asOf: "2022-09-01")
        speakerCount(asOf: "2022-09-01") sourceCount(asOf: "2022-09-01")
        assessments(asOf: "2022-09-01") { assessor { slug } }
        positions(asOf: "2022-09-01") { actor { slug } }
      }
    }
  }`,
  'actors as of a time, and whom they spoke about': `query ($rows: Int) {
    actors(first: $rows) {
      nodes {
        statementCounts(asOf: "2022-09-01") { itself byOthers }
        speaksAbout(asOf: "2022-09-01", first: 3) { statements entity { slug } }
        onBehalf: speaksAbout(asOf: "2022-09-01", first: 3, voice: ON_BEHALF) { entity { slug } }
        spokenAboutBy(asOf: "2022-09-01", first: 3) { actor { slug } }
        statements(first: 3, filter: { asOf: "2022-09-01" }) { totalCount nodes { speaker { slug } } }
      }
    }
  }`,
  'assessments, and what they are of': `query ($rows: Int) {
    assessments(first: $rows) {
      totalCount
      nodes { verdict assessor { slug } claim { slug event { slug } positions { side } } evidence { publisher { slug } } }
    }
  }`,
  'statements told to somebody': `query ($rows: Int) {
    statements(first: $rows, filter: { addressee: ${JSON.stringify(upTo(150).map((index) => `actor-${index}`))} }) {
      totalCount
      nodes { side addressee { slug } speaker { statementCounts { byOthers } } }
    }
  }`,
  'matrix, facets and agreements': `query ($rows: Int = 100) {
    matrix(first: $rows) { actor { slug } entity { slug } }
    facets(by: [SPEAKER, ABOUT, EVENT, CLAIM, SOURCE, PUBLISHER, ACT, STANCE, MONTH], first: $rows) { value node { id } }
    agreements(first: $rows) { a { slug } b { slug } claims { slug positions { actor { slug } } } }
    then: agreements(first: $rows, filter: { asOf: "2022-09-01" }) { a { slug } b { slug } claims { slug } }
  }`,
}

type Run = (document: string, rows: number) => ExecutionResult

const contextValue = { graph: world.graph }
const withExecute: Run = (document, rows) =>
  execute({
    schema,
    document: parse(document),
    variableValues: { rows },
    contextValue,
  }) as ExecutionResult

const compiled: Run = (document, rows) => {
  const [operation] = parse(document).definitions
  const scope = { schema, fragments: new Map(), variables: {} }
  const query = new CompiledQuery(scope, operation as OperationDefinitionNode, false)
  return { data: query.run(undefined, contextValue, { rows }) as Record<string, unknown> }
}

function counted(run: Run, document: string, rows: number) {
  const { engine } = world.graph
  // What one question has left for the next is not to be counted with it.
  KeptAnswers.of(engine).clear()
  let statements = 0
  engine.onStatement = () => statements++
  const result = run(document, rows)
  engine.onStatement = null
  expect(result.errors).toBeUndefined()
  return { statements, data: JSON.parse(JSON.stringify(result.data)) }
}

describe.each([
  ['by graphql-js', withExecute],
  ['compiled', compiled],
])('%s, as many SQL statements for ten rows as for two hundred', (_, run) => {
  it.each(Object.entries(documents))('%s', (_, document) => {
    const [few, many] = [counted(run, document, 10), counted(run, document, 200)]
    expect(JSON.stringify(many.data).length).toBeGreaterThan(5 * JSON.stringify(few.data).length)
    expect(many.statements).toBe(few.statements)
  })
})

it('the details of statements are read once, and only where any is asked for', () => {
  const statements = (fields: string) =>
    counted(compiled, `query ($rows: Int) { statements(first: $rows) { nodes { ${fields} } } }`, 50)
      .statements
  const lean = statements('id text act stance saidAt quoteType review')
  expect(statements('text cue')).toBe(lean + 1)
  expect(statements('slug language cue span { exact }')).toBe(lean + 1)
})

it.each(Object.entries(documents))('compiled, it answers as graphql-js does: %s', (_, document) => {
  expect(counted(compiled, document, 25)).toEqual(counted(withExecute, document, 25))
})
