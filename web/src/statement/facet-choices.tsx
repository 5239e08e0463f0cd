import { type FragmentOf, graphql } from '../kit/graphql.ts'
import { isolated } from '../kit/isolated.ts'
import { setParams } from '../kit/location.ts'
import { Choice } from '../page/choice.tsx'

/** A value by which statements may be chosen. */
export const facetValue = graphql(`
  fragment FacetValue on FacetCount {
    facet
    value
    count
    node {
      ... on Entity { name }
      ... on Source { title }
    }
  }
`)
export type FacetValue = FragmentOf<typeof facetValue>

interface FacetChoicesProps {
  readonly params: URLSearchParams
  readonly facets: readonly FacetValue[]
}

const facetChoiceName = ({ node, value, count }: FacetValue): string => {
  const name = node && 'name' in node ? node.name : node && 'title' in node ? node.title : value
  return `${isolated(name)} (${count})`
}

/** The event on which statements are, and the source that has them; only what there is can be chosen. */
export function FacetChoices({ params, facets }: FacetChoicesProps) {
  const options = (facet: string) =>
    facets.filter((it) => it.facet === facet).map((it) => [it.value, facetChoiceName(it)] as const)
  return (
    <>
      <Choice
        label="Event"
        value={params.get('event') ?? ''}
        options={[['', 'any'], ...options('EVENT')]}
        choose={(event) => setParams({ event })}
      />
      <Choice
        label="Source"
        value={params.get('source') ?? ''}
        options={[['', 'any'], ...options('SOURCE')]}
        choose={(source) => setParams({ source })}
      />
    </>
  )
}
