import { useMemo } from 'preact/hooks'
import { graphql, type ResultOf } from '../graphql.ts'
import { go } from '../location.ts'
import { actorPath } from '../node-path.ts'
import { Page } from '../page/page.tsx'
import { Empty } from '../page/section.tsx'
import { useAnswer } from '../use-answer.ts'
import type { GraphData, GraphLink } from './graph-data.ts'
import { GraphView } from './graph-view.tsx'

const agreementQuery = graphql(`
  query Agreements {
    agreements(first: 200) {
      agree
      conflict
      a { __typename slug name }
      b { __typename slug name }
    }
  }
`)

type Pairs = ResultOf<typeof agreementQuery>['agreements']

/** Who takes the same side, and who opposite sides, wherever both have taken one. */
export function Agreement() {
  const answer = useAnswer(agreementQuery, {})
  return (
    <Page title="Who agrees, who conflicts" document={agreementQuery} variables={{}} answer={answer}>
      {({ agreements }) =>
        agreements.length === 0 ? (
          <Empty>No two actors have taken a side on the same claim.</Empty>
        ) : (
          <Sides pairs={agreements} />
        )
      }
    </Page>
  )
}

function Sides({ pairs }: { readonly pairs: Pairs }) {
  const data = useMemo(() => graphOf(pairs), [pairs])
  return <GraphView data={data} chosen={[]} open={(slug) => go(actorPath(slug))} />
}

function graphOf(pairs: Pairs): GraphData {
  const nodes = new Map(pairs.flatMap(({ a, b }) => [a, b]).map((actor) => [actor.slug, actor]))
  const links = pairs.flatMap(({ a, b, agree, conflict }): GraphLink[] => {
    const ends = { from: a.slug, to: b.slug }
    return [
      ...(agree > 0 ? [{ ...ends, type: 'SAME_SIDE' as const, note: claims(agree) }] : []),
      ...(conflict > 0 ? [{ ...ends, type: 'OPPOSITE_SIDE' as const, note: claims(conflict) }] : []),
    ]
  })
  return { nodes: [...nodes.values()], links, truncated: pairs.length >= 200 }
}

const claims = (count: number): string => (count === 1 ? 'on 1 claim' : `on ${count} claims`)
