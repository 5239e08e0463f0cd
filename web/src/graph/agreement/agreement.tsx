import './agreement.css'
import { useMemo } from 'preact/hooks'
import { asOfAsked } from '../../kit/as-of.ts'
import { setParams } from '../../kit/location.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { counted } from '../../kit/words.ts'
import { LeastField } from '../../list/fields.tsx'
import { Choice } from '../../page/choice.tsx'
import { FilterForm } from '../../page/filter-form.tsx'
import { Page } from '../../page/page.tsx'
import { Empty } from '../../page/section.tsx'
import type { GraphData } from '../drawing/graph-data.ts'
import { GraphView } from '../drawing/graph-view.tsx'
import { sidesOf } from '../drawing/link.ts'
import { openAround } from '../drawing/open-around.ts'
import { type AgreementAnswer, agreementQuery, type Pair } from './agreement-query.ts'
import { AGREEMENT_ORDERS, type AgreementState, agreementStateIn, PAIR_COUNTS } from './agreement-state.ts'
import { CommonClaims } from './common-claims.tsx'
import { PairList } from './pair-list.tsx'

/** Who takes the same side, and who opposite sides, wherever both have taken one. */
export function Agreement({ params }: { readonly params: URLSearchParams }) {
  const state = agreementStateIn(params)
  const variables = {
    minClaims: state.min,
    first: state.first,
    ...((state.event || state.asOf) && {
      filter: { ...(state.event && { event: [state.event] }), ...asOfAsked(state.asOf) },
    }),
    ...asOfAsked(state.asOf),
  }
  const answer = useAnswer(agreementQuery, variables)
  return (
    <Page title="Who agrees, who conflicts" document={agreementQuery} variables={variables} answer={answer}>
      {(data) => (
        <>
          <Filters state={state} facets={data.facets} />
          {data.agreements.length === 0 ? (
            <Empty>
              No two actors {state.asOf ? 'had' : 'have'} taken a side on{' '}
              {state.min > 1 ? `${state.min} common claims` : 'the same claim'}.
            </Empty>
          ) : (
            <AgreementSides pairs={data.agreements} state={state} />
          )}
        </>
      )}
    </Page>
  )
}

function AgreementSides({
  pairs,
  state,
}: {
  readonly pairs: readonly Pair[]
  readonly state: AgreementState
}) {
  const data = useMemo(() => graphOfPairs(pairs, state.first), [pairs])
  return (
    <>
      <p class="faint hint">The wider a link, the more claims it stands for.</p>
      <GraphView data={data} chosen={[]} expand={openAround} name="agreement" hasList={false} />
      <PairList pairs={pairs} state={state} />
      {state.pair && <CommonClaims pair={state.pair} event={state.event} asOf={state.asOf} />}
    </>
  )
}

interface FilterProps {
  readonly state: AgreementState
  readonly facets: AgreementAnswer['facets']
}

const Filters = ({ state, facets }: FilterProps) => (
  <FilterForm>
    <LeastField label="Claims in common" value={state.min} />
    <Choice
      label="Event"
      value={state.event ?? ''}
      options={[
        ['', 'any'],
        ...facets.map(({ value, node }) => [value, node && 'name' in node ? node.name : value] as const),
      ]}
      choose={(event) => setParams({ event, pair: null })}
    />
    <Choice
      label="Show"
      value={String(state.first)}
      options={PAIR_COUNTS.map((count) => [String(count), counted(count, 'pair')])}
      choose={(first) => setParams({ first })}
    />
    <Choice
      label="List"
      value={state.order}
      options={AGREEMENT_ORDERS.map((order) => [order, `by ${order}`])}
      choose={(order) => setParams({ order: order === 'claims' ? null : order })}
    />
  </FilterForm>
)

function graphOfPairs(pairs: readonly Pair[], first: number): GraphData {
  const nodes = new Map(pairs.flatMap(({ a, b }) => [a, b]).map((actor) => [actor.slug, actor]))
  const links = pairs.map(({ a, b, agree, conflict }) =>
    sidesOf({ from: a.slug, to: b.slug }, agree, conflict),
  )
  const heaviest = Math.max(...links.map(({ weight }) => weight))
  return { nodes: [...nodes.values()], links, heaviest, truncated: pairs.length >= first }
}
