import { setParams } from '../kit/location.ts'
import { capital, plain } from '../kit/words.ts'
import { OrderField, WordField, WordsField } from '../list/fields.tsx'
import { Choice } from '../page/choice.tsx'
import { FilterForm } from '../page/filter-form.tsx'
import { Toggles } from '../page/toggles.tsx'
import { ReviewField } from '../review/review-field.tsx'
import { NodeChoice } from '../search/node-choice.tsx'
import type { ClaimsAnswer } from './claims-query.ts'
import { CLAIM_KINDS, CLAIM_ORDERS, type ClaimsState, STANDINGS } from './claims-state.ts'
import { VerdictChoices } from './verdict-choices.tsx'

interface ClaimsFiltersProps {
  readonly state: ClaimsState
  /** Of what the filter names, as far as they are known. */
  readonly names: ReadonlyMap<string, string>
  readonly answer: ClaimsAnswer | undefined
}

const CLAIM_ORDER_WORDS: Readonly<Record<(typeof CLAIM_ORDERS)[number], string>> = {
  SPEAKERS_DESC: 'most speakers',
  STATEMENTS_DESC: 'most statements',
  TEXT: 'by their words',
}

export function ClaimsFilters({ state: { filter, order }, names, answer }: ClaimsFiltersProps) {
  const { kind = [], standing = [], assessor = [], event = [] } = filter
  return (
    <FilterForm>
      <OrderField value={order} orders={CLAIM_ORDERS} words={CLAIM_ORDER_WORDS} />
      <WordField
        label="Kind"
        name="kind"
        chosen={kind}
        words={CLAIM_KINDS.map((each) => [each, plain(each)])}
      />
      <Choice
        label="Resting on"
        value={String(filter.singleSource ?? '')}
        options={[
          ['', 'any'],
          ['true', 'a single source'],
          ['false', 'none or several'],
        ]}
        choose={(singleSource) => setParams({ singleSource })}
      />
      <Choice
        label="Affirmed by"
        value={String(filter.partiesOnly ?? '')}
        options={[
          ['', 'any'],
          ['true', 'parties only'],
          ['false', 'others or nobody'],
        ]}
        choose={(partiesOnly) => setParams({ partiesOnly })}
      />
      <WordsField label="Words" name="text" value={filter.text} />
      <ReviewField chosen={filter.review} />
      <Toggles legend="Standing" showsLegend name="standing" values={STANDINGS} chosen={standing}>
        {(each) => capital(plain(each))}
      </Toggles>
      <VerdictChoices filter={filter} answer={answer} />
      <NodeChoice
        words="assessed by"
        label="Assessed by an actor"
        name="assessor"
        types={['ACTOR']}
        chosen={assessor}
        names={names}
      />
      <NodeChoice
        words="about"
        label="About an event"
        name="event"
        types={['EVENT']}
        chosen={event}
        names={names}
      />
    </FilterForm>
  )
}
