import { speechActs } from '../../../src/vocabulary.ts'
import { OrderField, TimeFields, WordField, WordsField } from '../list/fields.tsx'
import { FilterForm } from '../page/filter-form.tsx'
import { ReviewField } from '../review/review-field.tsx'
import { NodeChoice } from '../search/node-choice.tsx'
import { StanceFilter } from '../statement/stance-filter.tsx'
import { actWord } from '../words.ts'
import { ORDERS, type StatementsState } from './statements-state.ts'

interface Props {
  readonly state: StatementsState
  readonly params: URLSearchParams
  readonly names: ReadonlyMap<string, string>
  /** Of sources: one may have the slug of an event. */
  readonly titles: ReadonlyMap<string, string>
}

const ORDER_WORDS = { SAID_DESC: 'latest first', SAID: 'earliest first' } as const

const CHOICES = [
  { name: 'by', words: 'said by', label: 'Said by an actor', types: ['ACTOR'] },
  { name: 'onBehalfOf', words: 'speaking for', label: 'Speaking for an actor', types: ['ACTOR'] },
  { name: 'addressee', words: 'said to', label: 'Said to an actor', types: ['ACTOR'] },
  {
    name: 'about',
    words: 'about',
    label: 'About an actor, an event or a place',
    types: ['ACTOR', 'EVENT', 'PLACE'],
  },
  { name: 'event', words: 'on a claim about', label: 'On a claim about an event', types: ['EVENT'] },
  { name: 'claim', words: 'on', label: 'On a claim', types: ['CLAIM'] },
  { name: 'source', words: 'in', label: 'In a source', types: ['SOURCE'] },
] as const

export const StatementsFilters = ({ state: { filter, order }, params, names, titles }: Props) => (
  <FilterForm>
    <OrderField value={order} orders={ORDERS} words={ORDER_WORDS} />
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
    {CHOICES.map((choice) => (
      <NodeChoice
        key={choice.name}
        {...choice}
        chosen={filter[choice.name] ?? []}
        names={choice.name === 'source' ? titles : names}
      />
    ))}
  </FilterForm>
)
