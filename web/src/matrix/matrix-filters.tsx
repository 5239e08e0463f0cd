import { setParams } from '../kit/location.ts'
import { LeastField } from '../list/fields.tsx'
import { Choice } from '../page/choice.tsx'
import { DateField } from '../page/date-field.tsx'
import { FilterForm } from '../page/filter-form.tsx'
import { FacetChoices, type FacetValue } from '../statement/facet-choices.tsx'
import { StanceFilter, stancesIn } from '../statement/stance-filter.tsx'
import { ORDERS } from './grid.ts'
import { KINDS, type MatrixState } from './matrix-state.ts'

interface Props {
  readonly state: MatrixState
  readonly params: URLSearchParams
  readonly facets: readonly FacetValue[]
}

export function MatrixFilters({ state, params, facets }: Props) {
  return (
    <FilterForm>
      <Choice
        label="Order"
        value={state.order}
        options={ORDERS.map((order) => [order, `by ${order}`])}
        choose={(order) => setParams({ order: order === 'count' ? null : order })}
      />
      <Choice
        label="Subjects"
        value={state.kind}
        options={KINDS.map((kind) => [kind, kind])}
        choose={(kind) => setParams({ subjects: kind === 'all' ? null : kind })}
      />
      <FacetChoices params={params} facets={facets} />
      <DateField label="Said from" value={params.get('from')} choose={(from) => setParams({ from })} />
      <DateField label="Until" value={params.get('until')} choose={(until) => setParams({ until })} />
      <LeastField label="Statements" value={state.min} />
      <StanceFilter stance={stancesIn(params)} />
      {(params.get('from') || params.get('until')) && <p class="faint note">What has no date is left out.</p>}
    </FilterForm>
  )
}
