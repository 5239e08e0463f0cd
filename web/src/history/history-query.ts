import { userFields } from '../desk/me.ts'
import { namedNode } from '../desk/named-node.ts'
import { type FragmentOf, graphql } from '../kit/graphql.ts'

const changeFields = graphql(
  `
  fragment ChangeFields on Change {
    kind
    nodeId
    node { ...NamedNode }
    fields { path before after }
  }
`,
  [namedNode],
)
export type ShownChange = FragmentOf<typeof changeFields>

const revisionHead = graphql(
  `
  fragment RevisionHead on Revision {
    id
    at
    action
    note
    by { ...UserFields }
    undoes { id }
    undoneBy { id }
  }
`,
  [userFields],
)

export type RevisionHead = FragmentOf<typeof revisionHead>

const revisionFields = graphql(
  `
  fragment RevisionFields on Revision {
    ...RevisionHead
    changes(first: 5) { totalCount nodes { ...ChangeFields } }
  }
`,
  [revisionHead, changeFields],
)

const revisionPage = graphql(
  `
  fragment RevisionPage on RevisionConnection {
    totalCount
    nodes { ...RevisionFields }
    pageInfo { hasNextPage endCursor }
  }
`,
  [revisionFields],
)

export const revisionsQuery = graphql(
  `
  query Revisions($by: ID, $of: ID, $first: Int!, $after: String) {
    revisions(by: $by, of: $of, first: $first, after: $after) { ...RevisionPage }
  }
`,
  [revisionPage],
)

/** What became of one node, without what else its revisions changed. */
export const nodeHistoryQuery = graphql(
  `
  query NodeHistory($of: ID!, $first: Int!, $after: String) {
    node(id: $of) {
      ...NamedNode
      history(first: $first, after: $after) {
        totalCount
        nodes { ...ChangeFields revision { ...RevisionHead } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`,
  [namedNode, changeFields, revisionHead],
)

export const revisionQuery = graphql(
  `
  query Revision($id: ID!, $first: Int!, $after: String) {
    revision(id: $id) {
      ...RevisionHead
      changes(first: $first, after: $after) {
        totalCount
        nodes { ...ChangeFields }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`,
  [revisionHead, changeFields],
)

export const namesQuery = graphql(
  `
  query Names($ids: [ID!]!) {
    nodes(ids: $ids) { ...NamedNode }
  }
`,
  [namedNode],
)
