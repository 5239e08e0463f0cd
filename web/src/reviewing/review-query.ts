import { writeProblem } from '../desk/write-problem.ts'
import { type FragmentOf, graphql, type ResultOf } from '../kit/graphql.ts'

const reviewedActor = graphql(`
  fragment ReviewedActor on Actor { __typename id slug name review unnamed }
`)
export type ReviewedActor = FragmentOf<typeof reviewedActor>

/** A statement with all that is decided about it; of its claim, what it comes to for it. */
export const reviewedStatement = graphql(
  `
  fragment ReviewedStatement on Statement {
    id
    text
    quoteType
    act
    stance
    certainty
    side
    cue
    saidAt
    review
    speakerText
    revision { id }
    speaker { ...ReviewedActor }
    onBehalfOf { ...ReviewedActor }
    addressee { ...ReviewedActor }
    claim { slug text review standing statementCount speakerCount }
    about { __typename slug name review }
    span { start end exact }
    via { id }
  }
`,
  [reviewedActor],
)
export type ReviewedStatement = FragmentOf<typeof reviewedStatement>

/** What is open in a source, and what was decided on this page, which stays in sight as it is now. */
export const reviewQuery = graphql(
  `
  query ReviewSource($id: ID!, $decided: [ID!]!) {
    source(id: $id) {
      id
      slug
      title
      language
      publishedAt
      text
      publisher { slug name }
      versionOf { slug title }
      copyOf { slug title }
      proposed: statements(filter: { review: [PROPOSED] }, first: 200) {
        totalCount
        nodes { ...ReviewedStatement }
      }
      accepted: statements(first: 0) { totalCount }
      rejected: statements(filter: { review: [REJECTED] }, first: 0) { totalCount }
    }
    decided: nodes(ids: $decided) { ...ReviewedStatement }
  }
`,
  [reviewedStatement],
)
export type ReviewAnswer = ResultOf<typeof reviewQuery>
export type ReviewedSource = NonNullable<ReviewAnswer['source']>

export const reviewMutation = graphql(
  `
  mutation Review($input: [ReviewInput!]!) {
    reviewStatements(input: $input) {
      statements { ...ReviewedStatement }
      revision { id }
      problems { ...WriteProblem }
    }
  }
`,
  [reviewedStatement, writeProblem],
)

export const saveMutation = graphql(
  `
  mutation SaveStatement($input: StatementInput!, $expectedRevision: ID) {
    recordStatement(input: $input, expectedRevision: $expectedRevision) {
      statement { ...ReviewedStatement }
      revision { id }
      problems { ...WriteProblem }
    }
  }
`,
  [reviewedStatement, writeProblem],
)

export const undoMutation = graphql(
  `
  mutation UndoHere($revision: ID!) {
    undo(revision: $revision) {
      revision { id changes(first: 200) { nodes { node { ...ReviewedStatement } } } }
      problems { ...WriteProblem }
    }
  }
`,
  [reviewedStatement, writeProblem],
)

export const claimQuery = graphql(`
  query ClaimOfSlug($id: ID!) {
    claim(id: $id) { slug text }
  }
`)

export const newClaimMutation = graphql(
  `
  mutation NewClaim($input: ClaimInput!) {
    recordClaim(input: $input) { revision { id } problems { ...WriteProblem } }
  }
`,
  [writeProblem],
)

/** A proposed actor turns out to be a known one. */
export const sameActorMutation = graphql(
  `
  mutation SameActor($into: ID!, $from: [ID!]!) {
    mergeEntities(into: $into, from: $from) { revision { id } problems { ...WriteProblem } }
  }
`,
  [writeProblem],
)

/** A proposed actor turns out to be no name, but words that describe somebody. */
export const wordsOnlyMutation = graphql(
  `
  mutation WordsOnly($input: ActorInput!) {
    recordActor(input: $input) { revision { id } problems { ...WriteProblem } }
  }
`,
  [writeProblem],
)
