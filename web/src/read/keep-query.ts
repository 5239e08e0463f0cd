import { writeProblem } from '../desk/write-problem.ts'
import { graphql } from '../kit/graphql.ts'

export const keepMutation = graphql(
  `
  mutation KeepAsSource($input: ReportInput!) {
    readReport(input: $input) {
      source { slug }
      revision { id }
      problems { ...WriteProblem }
    }
  }
`,
  [writeProblem],
)
