import { askOnce } from '../kit/client.ts'
import { graphql, type ResultOf, type VariablesOf } from '../kit/graphql.ts'
import { dateCells, nodeCells } from '../list/cells.ts'
import type { Rows } from '../list/file.ts'
import { everyRow } from '../list/page-of.ts'

const listedAssessments = graphql(`
  fragment ListedAssessments on AssessmentConnection {
    totalCount
    nodes {
      id
      verdict
      credibility
      method
      date
      assessor { slug name }
      claim { slug text standing event { slug name } }
      evidence { slug title }
    }
    pageInfo { hasNextPage endCursor }
  }
`)

/** With the names of what its filter names. */
export const assessmentsQuery = graphql(
  `
  query Assessments($filter: AssessmentFilter, $orderBy: AssessmentOrder!, $named: [ID!]!) {
    assessments(filter: $filter, orderBy: $orderBy, first: 30) { ...ListedAssessments }
    named: nodes(ids: $named) { ... on Entity { slug name } ... on Claim { slug text } }
  }
`,
  [listedAssessments],
)

export const moreAssessmentsQuery = graphql(
  `
  query MoreAssessments($filter: AssessmentFilter, $orderBy: AssessmentOrder!, $first: Int!, $after: String) {
    assessments(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { ...ListedAssessments }
  }
`,
  [listedAssessments],
)

export type ListedAssessment = ResultOf<typeof assessmentsQuery>['assessments']['nodes'][number]
type AssessmentsAsked = Omit<VariablesOf<typeof moreAssessmentsQuery>, 'first' | 'after'>

/** Every assessment that a filter keeps, for a file. */
export const everyAssessmentRow = (asked: AssessmentsAsked): Rows =>
  everyRow(
    async (after) => (await askOnce(moreAssessmentsQuery, { ...asked, first: 200, after })).assessments,
    ({ id, verdict, credibility, method, date, assessor, claim, evidence }) => ({
      assessment: id,
      verdict,
      credibility,
      method,
      ...dateCells('date', date),
      ...nodeCells('assessor', assessor),
      ...nodeCells('claim', claim),
      standing: claim.standing,
      ...nodeCells('event', claim.event),
      ...nodeCells('evidence', evidence),
    }),
  )
