import { actorTypes, affiliationRoles, organizationKinds } from '../../../src/values/vocabulary.ts'
import { capital, plain } from '../kit/words.ts'
import { OrderField, WordField, WordsField } from '../list/fields.tsx'
import { FilterForm } from '../page/filter-form.tsx'
import { Toggles } from '../page/toggles.tsx'
import { ReviewField } from '../review/review-field.tsx'
import { NodeChoice } from '../search/node-choice.tsx'
import { ACTOR_ORDERS, type ActorsState } from './actors-state.ts'

interface ActorsFiltersProps {
  readonly state: ActorsState
  readonly names: ReadonlyMap<string, string>
}

const ACTOR_ORDER_WORDS = { NAME: 'by name', STATEMENTS_DESC: 'most said in their own voice' } as const

export const ActorsFilters = ({ state: { filter, order }, names }: ActorsFiltersProps) => (
  <FilterForm>
    <OrderField value={order} orders={ACTOR_ORDERS} words={ACTOR_ORDER_WORDS} />
    <WordsField label="Name" name="name" value={filter.name} />
    <WordField
      label="Kind of organization"
      name="kind"
      chosen={filter.kind ?? []}
      words={organizationKinds.map((each) => [each, plain(each)])}
    />
    <WordField
      label="Belongs as"
      name="role"
      chosen={filter.role ?? []}
      words={affiliationRoles.map((each) => [each, plain(each)])}
    />
    <ReviewField chosen={filter.review} />
    <Toggles legend="Type" showsLegend name="types" values={actorTypes} chosen={filter.types ?? []}>
      {(each) => capital(plain(each))}
    </Toggles>
    <NodeChoice
      words="belonging to"
      label="Belonging to an actor"
      name="affiliatedWith"
      types={['ACTOR']}
      chosen={filter.affiliatedWith ?? []}
      names={names}
    />
  </FilterForm>
)
