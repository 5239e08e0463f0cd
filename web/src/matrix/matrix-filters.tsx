import { setParams } from '../kit/location.ts'
import { LeastField } from '../list/fields.tsx'
import { Choice } from '../page/choice.tsx'
import { DateField } from '../page/date-field.tsx'
import { FilterForm } from '../page/filter-form.tsx'
import { FacetChoices, type FacetValue } from '../statement/facet-choices.tsx'
import { StanceFilter, stancesIn } from '../statement/stance-filter.tsx'
import { GRID_ORDERS } from './grid.ts'
import { type MatrixState, SUBJECT_KINDS } from './matrix-state.ts'

interface MatrixFiltersProps {
  readonly state: MatrixState
  readonly params: URLSearchParams
  readonly facets: readonly FacetValue[]
}

export function MatrixFilters({ state, params, facets }: MatrixFiltersProps) {
  return (
    <FilterForm>
      <Choice
        label="Order"
        value={state.order}
        options={GRID_ORDERS.map((order) => [order, `by ${order}`])}
        choose={(order) => setParams({ order: order === 'count' ? null : order })}
      />
      <Choice
        label="Subjects"
        value={state.kind}
        options={SUBJECT_KINDS.map((kind) => [kind, kind])}
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
