import { writeProblem } from '../desk/write-problem.ts'
import { graphql } from '../kit/graphql.ts'

export const undoMutation = graphql(
  `
  mutation Undo($revision: ID!, $note: String) {
    done: undo(revision: $revision, note: $note) {
      revision { id }
      problems { ...WriteProblem }
    }
  }
`,
  [writeProblem],
)

export const unmergeMutation = graphql(
  `
  mutation Unmerge($revision: ID!, $note: String) {
    done: unmerge(revision: $revision, note: $note) {
      revision { id }
      problems { ...WriteProblem }
    }
  }
`,
  [writeProblem],
)
