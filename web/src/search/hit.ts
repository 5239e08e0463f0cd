import { graphql, type ResultOf, type VariablesOf } from '../graphql.ts'

export const hitFields = graphql(`
  fragment HitFields on SearchHit {
    snippet
    node {
      __typename
      id
      ... on Entity { slug name }
      ... on Claim { slug text }
      ... on Source { slug title }
      ... on Statement { text speaker { slug name } }
    }
  }
`)

export const searchQuery = graphql(
  `
  query Search($text: String!, $types: [NodeType!]!) {
    search(text: $text, types: $types, first: 12) {
      totalCount
      nodes { ...HitFields }
    }
  }
`,
  [hitFields],
)

export type NodeType = VariablesOf<typeof searchQuery>['types'][number]
export type Hit = ResultOf<typeof hitFields>

/** What can be found, in the order in which it is offered. */
export const KINDS = ['ACTOR', 'EVENT', 'CLAIM', 'STATEMENT', 'PLACE', 'SOURCE'] as const
export type Kind = (typeof KINDS)[number]

/** What a hit is called, or who says it. */
export function nameOf({ node }: Hit): string {
  if ('speaker' in node) return node.speaker.name
  if ('name' in node) return node.name
  if ('title' in node) return node.title
  return 'text' in node ? node.text : ''
}

/** The words of a snippet alone, without its marks. */
export const unmarked = (snippet: string): string => snippet.replaceAll('**', '')

/** As the server's index has it. */
const folded = (text: string): string => text.replaceAll('ё', 'е').replaceAll('Ё', 'Е')

/** A name with the marks of a snippet from it; null if the snippet is from something else. */
export function markedIn(name: string, snippet: string): string | null {
  const excerpt = snippet.replace(/^…|…$/g, '')
  const start = folded(name).indexOf(folded(unmarked(excerpt)))
  if (start < 0) return null
  let end = start
  const parts = excerpt.split('**').map(({ length }) => {
    end += length
    return name.slice(end - length, end)
  })
  return name.slice(0, start) + parts.join('**') + name.slice(end)
}
