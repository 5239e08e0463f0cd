import { speechActs } from '../../../src/values/vocabulary.ts'
import { actWord } from '../kit/words.ts'
import { OrderField, TimeFields, WordField, WordsField } from '../list/fields.tsx'
import { FilterForm } from '../page/filter-form.tsx'
import { ReviewField } from '../review/review-field.tsx'
import { NodeChoices } from '../search/node-choice.tsx'
import { StanceFilter } from '../statement/stance-filter.tsx'
import { STATEMENT_ORDERS, type StatementsState } from './statements-state.ts'

interface StatementsFiltersProps {
  readonly state: StatementsState
  readonly params: URLSearchParams
  readonly names: ReadonlyMap<string, string>
  /** Of sources: one may have the slug of an event. */
  readonly titles: ReadonlyMap<string, string>
}

const STATEMENT_ORDER_WORDS = { SAID_DESC: 'latest first', SAID: 'earliest first' } as const

const STATEMENT_CHOICES = [
  ['by', 'said by', 'Said by an actor', 'ACTOR'],
  ['onBehalfOf', 'speaking for', 'Speaking for an actor', 'ACTOR'],
  ['addressee', 'said to', 'Said to an actor', 'ACTOR'],
  ['about', 'about', 'About an actor, an event or a place', 'ACTOR', 'EVENT', 'PLACE'],
  ['event', 'on a claim about', 'On a claim about an event', 'EVENT'],
  ['claim', 'on', 'On a claim', 'CLAIM'],
] as const
const SOURCE = [['source', 'in', 'In a source', 'SOURCE']] as const

export const StatementsFilters = ({
  state: { filter, order },
  params,
  names,
  titles,
}: StatementsFiltersProps) => (
  <FilterForm>
    <OrderField value={order} orders={STATEMENT_ORDERS} words={STATEMENT_ORDER_WORDS} />
    <WordsField label="Words" name="text" value={filter.text} />
    <WordField
      label="Act"
      name="act"
      chosen={filter.act ?? []}
      words={speechActs.map((each) => [each, actWord(each)])}
    />
    <TimeFields params={params} what="Said" />
    <ReviewField chosen={filter.review} offersRejected />
    <StanceFilter stance={filter.stance ?? []} />
    <NodeChoices choices={STATEMENT_CHOICES} filter={filter} names={names} />
    <NodeChoices choices={SOURCE} filter={filter} names={titles} />
  </FilterForm>
)
