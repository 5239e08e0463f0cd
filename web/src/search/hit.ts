import { graphql, type ResultOf, type VariablesOf } from '../kit/graphql.ts'

const hitFields = graphql(`
  fragment HitFields on SearchHit {
    snippet
    node {
      __typename
      id
      ... on Entity { slug name review }
      ... on Claim { slug text review }
      ... on Source { slug title }
      ... on Statement { text review speaker { slug name } }
    }
  }
`)

export const hitPage = graphql(
  `
  fragment HitPage on SearchConnection {
    searchedFor
    searchedForAny
    totalCount: boundedCount { count isExact }
    nodes { ...HitFields }
    pageInfo { hasNextPage endCursor }
  }
`,
  [hitFields],
)

export const hitsQuery = graphql(
  `
  query Hits($text: String!, $types: [NodeType!], $review: [ReviewState!], $first: Int, $after: String) {
    search(text: $text, types: $types, review: $review, first: $first, after: $after) { ...HitPage }
  }
`,
  [hitPage],
)

export type HitPage = ResultOf<typeof hitPage>
export type Hit = HitPage['nodes'][number]
export type HitsAsked = Pick<VariablesOf<typeof hitsQuery>, 'text' | 'types' | 'review'>
export type NodeType = NonNullable<HitsAsked['types']>[number]

/** What can be found, in the order in which it is offered. */
export const HIT_KINDS = ['ACTOR', 'EVENT', 'CLAIM', 'STATEMENT', 'PLACE', 'SOURCE'] as const
export type HitKind = (typeof HIT_KINDS)[number]

/** What a hit is called, or who says it. */
export function hitName({ node }: Hit): string {
  if ('speaker' in node) return node.speaker.name
  if ('name' in node) return node.name
  if ('title' in node) return node.title
  return 'text' in node ? node.text : ''
}

/** The words of a snippet alone, without its marks. */
export const unmarked = (snippet: string): string => snippet.replaceAll('**', '')

/** A name with the marks of a snippet from it; null if the snippet is from something else. */
export function markedIn(name: string, snippet: string): string | null {
  const excerpt = snippet.replace(/^…|…$/g, '')
  const plain = unmarked(excerpt)
  const start = name.indexOf(plain)
  return start < 0 ? null : name.slice(0, start) + excerpt + name.slice(start + plain.length)
}
