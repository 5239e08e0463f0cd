import { positionWords, statementPage } from '../kit/fragments.ts'
import { type FragmentOf, graphql } from '../kit/graphql.ts'

const responsibilityPage = graphql(
  `
  fragment ResponsibilityPage on ClaimConnection {
    totalCount
    nodes {
      slug
      text
      standing(asOf: $asOf)
      subject { slug name }
      positionPage(asOf: $asOf, first: 4) { totalCount nodes { ...PositionWords } }
    }
    pageInfo { hasNextPage endCursor }
  }
`,
  [positionWords],
)
export type ResponsibilityPage = FragmentOf<typeof responsibilityPage>

const claimedPage = graphql(`
  fragment ClaimedPage on ClaimConnection {
    totalCount
    nodes { slug text kind review standing(asOf: $asOf) speakerCount(asOf: $asOf) figure { low high unit } }
    pageInfo { hasNextPage endCursor }
  }
`)

const givenFigure = graphql(`
  fragment GivenFigure on Claim {
    slug
    text
    figure { low high unit }
    assessments(asOf: $asOf) { verdict assessor { slug name } }
  }
`)
const figurePosition = graphql(`
  fragment FigurePosition on Position {
    stance
    certainty
    side
    actor { slug name }
    statement { id text saidAt source { slug title publishedAt } }
  }
`)
export type GivenFigure = FragmentOf<typeof givenFigure>
export type FigurePosition = FragmentOf<typeof figurePosition>

/** Claims that give a figure, with the last who spoke to each. */
const figuredPage = graphql(
  `
  fragment FiguredPage on ClaimConnection {
    totalCount
    nodes {
      ...GivenFigure
      positionPage(asOf: $asOf, first: 8) { totalCount nodes { ...FigurePosition } }
    }
    pageInfo { hasNextPage endCursor }
  }
`,
  [givenFigure, figurePosition],
)

export const eventQuery = graphql(
  `
  query Event($id: ID!, $asOf: EDTF) {
    latest: revisions(first: 1) { nodes { id } }
    event(id: $id) {
      id
      slug
      name
      review
      description
      type
      mode
      when
      earliest
      latest
      labels { lang text preferred }
      links { scheme value url }
      place { slug name latitude longitude precision partOf { slug name } }
      partOf { slug name }
      parts(review: [ACCEPTED, PROPOSED]) { slug name review when type }
      participants { role actor { slug name } }
      responsibility: claims(filter: { kind: [RESPONSIBILITY], asOf: $asOf }, first: 10) { ...ResponsibilityPage }
      claims(filter: { asOf: $asOf }, first: 40) { ...ClaimedPage }
      proposedClaims: claims(filter: { review: [PROPOSED] }, first: 0) { totalCount }
      figured: claims(filter: { hasFigure: true, asOf: $asOf }, first: 40) { ...FiguredPage }
      statementsAbout(filter: { asOf: $asOf }, first: 10, orderBy: SAID) { ...StatementPage }
    }
    onClaims: statements(filter: { event: [$id], asOf: $asOf }, first: 15, orderBy: SAID) { ...StatementPage }
    proposedOnClaims: statements(filter: { event: [$id], review: [PROPOSED] }, first: 0) { totalCount }
    proposedAbout: statements(filter: { about: [$id], review: [PROPOSED] }, first: 0) { totalCount }
    both: statements(filter: { event: [$id], about: [$id], asOf: $asOf }, first: 0) { totalCount }
  }
`,
  [responsibilityPage, claimedPage, figuredPage, statementPage],
)

/** What is claimed of an event, as its own list has it. */
export const responsibilityQuery = graphql(
  `
  query Responsibility($event: [ID!], $asOf: EDTF, $after: String) {
    claims(filter: { event: $event, kind: [RESPONSIBILITY], asOf: $asOf }, first: 20, after: $after) {
      ...ResponsibilityPage
    }
  }
`,
  [responsibilityPage],
)

export const claimedQuery = graphql(
  `
  query Claimed($event: [ID!], $asOf: EDTF, $first: Int, $after: String) {
    claims(filter: { event: $event, asOf: $asOf }, first: $first, after: $after) { ...ClaimedPage }
  }
`,
  [claimedPage],
)

export const figuredQuery = graphql(
  `
  query Figured($event: [ID!], $asOf: EDTF, $after: String) {
    claims(filter: { event: $event, hasFigure: true, asOf: $asOf }, first: 40, after: $after) { ...FiguredPage }
  }
`,
  [figuredPage],
)

/** With all who spoke to them, for a file. */
export const everyFigureQuery = graphql(
  `
  query EveryFigure($event: [ID!], $asOf: EDTF, $after: String) {
    claims(filter: { event: $event, hasFigure: true, asOf: $asOf }, first: 50, after: $after) {
      totalCount
      nodes { ...GivenFigure positions(asOf: $asOf) { ...FigurePosition } }
      pageInfo { hasNextPage endCursor }
    }
  }
`,
  [givenFigure, figurePosition],
)
