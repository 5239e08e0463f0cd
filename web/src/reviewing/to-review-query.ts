import { type FragmentOf, graphql } from '../kit/graphql.ts'

const sourceToReview = graphql(`
  fragment SourceToReview on Source {
    slug
    title
    publishedAt
    publisher { slug name }
    proposed: statements(filter: { review: [PROPOSED] }, first: 0) { totalCount }
    accepted: statements(first: 0) { totalCount }
  }
`)
export type SourceToReview = FragmentOf<typeof sourceToReview>

/** The sources with something open, the latest first. */
export const toReviewQuery = graphql(
  `
  query ToReview($after: String) {
    stats { proposals }
    sources(filter: { withProposals: true }, orderBy: PUBLISHED_DESC, first: 50, after: $after) {
      totalCount
      nodes { ...SourceToReview }
      pageInfo { hasNextPage endCursor }
    }
  }
`,
  [sourceToReview],
)

/** How much is open in all, for the head of every page. */
export const proposalsQuery = graphql(`
  query Proposals { stats { proposals } }
`)
