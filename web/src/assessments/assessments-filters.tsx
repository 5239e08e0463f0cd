import { credibilities, verdicts } from '../../../src/values/vocabulary.ts'
import { capital, verdictWord } from '../kit/words.ts'
import { OrderField, TimeFields, WordField } from '../list/fields.tsx'
import { FilterForm } from '../page/filter-form.tsx'
import { Toggles } from '../page/toggles.tsx'
import { NodeChoices } from '../search/node-choice.tsx'
import { ASSESSMENT_ORDERS, type AssessmentsState } from './assessments-state.ts'

interface AssessmentsFiltersProps {
  readonly state: AssessmentsState
  readonly params: URLSearchParams
  readonly names: ReadonlyMap<string, string>
}

const ASSESSMENT_ORDER_WORDS = { DATE_DESC: 'latest first', DATE: 'earliest first' } as const
/** The Admiralty scale, best first. */
const CREDIBILITY_WORDS = {
  ONE: '1, confirmed',
  TWO: '2, probably true',
  THREE: '3, possibly true',
  FOUR: '4, doubtful',
  FIVE: '5, improbable',
  SIX: '6, cannot be judged',
} as const
const ASSESSMENT_CHOICES = [
  ['assessor', 'by', 'By an actor', 'ACTOR'],
  ['event', 'about', 'On claims about an event', 'EVENT'],
  ['claim', 'of', 'Of a claim', 'CLAIM'],
] as const

export const AssessmentsFilters = ({ state: { filter, order }, params, names }: AssessmentsFiltersProps) => (
  <FilterForm>
    <OrderField value={order} orders={ASSESSMENT_ORDERS} words={ASSESSMENT_ORDER_WORDS} />
    <WordField
      label="Credibility"
      name="credibility"
      chosen={filter.credibility ?? []}
      words={credibilities.map((each) => [each, CREDIBILITY_WORDS[each]])}
    />
    <TimeFields params={params} what="Made" />
    <Toggles legend="Verdict" showsLegend name="verdict" values={verdicts} chosen={filter.verdict ?? []}>
      {(each) => capital(verdictWord(each))}
    </Toggles>
    <NodeChoices choices={ASSESSMENT_CHOICES} filter={filter} names={names} />
  </FilterForm>
)
