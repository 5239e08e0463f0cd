import { type FragmentOf, graphql } from '../kit/graphql.ts'
import { userFields } from './me.ts'
import { namedNode } from './named-node.ts'

/** What stands in the way of a change: every mutation answers with a list of these. */
export const writeProblem = graphql(
  `
  fragment WriteProblem on Problem {
    __typename
    message
    path
    ... on Invalid { nearest }
    ... on Conflict {
      revision { id at note by { ...UserFields } }
      theirs { path before after }
    }
    ... on InUse { total by(first: 20) { ...NamedNode } }
  }
`,
  [userFields, namedNode],
)
export type WriteProblem = FragmentOf<typeof writeProblem>
export type WriteConflict = Extract<WriteProblem, { __typename: 'Conflict' }>

/** Where in a mutation's arguments a field stands, such as `['input', 'speaker']`. */
export type ArgumentPath = readonly (string | number)[]

const isAt = (problem: WriteProblem, path: ArgumentPath): boolean =>
  path.every((step, index) => problem.path[index] === String(step))

/** The problems with a field, or with something inside of it. */
export const problemsAt = (problems: readonly WriteProblem[], path: ArgumentPath): WriteProblem[] =>
  problems.filter((problem) => problem.__typename === 'Invalid' && isAt(problem, path))

/** Those that no field of a form shows. */
export const problemsElsewhere = (
  problems: readonly WriteProblem[],
  shown: readonly ArgumentPath[],
): WriteProblem[] =>
  problems.filter((problem) => problem.__typename !== 'Invalid' || !shown.some((path) => isAt(problem, path)))
