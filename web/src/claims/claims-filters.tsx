import { setParams } from '../location.ts'
import { Choice } from '../page/choice.tsx'
import { Toggles } from '../page/toggles.tsx'
import { NodeChoice } from '../search/node-choice.tsx'
import { capital, plain } from '../words.ts'
import { type ClaimsState, KINDS, ORDERS, STANDINGS, VERDICTS } from './claims-state.ts'

interface Props {
  readonly state: ClaimsState
  /** Of what the filter names, as far as they are known. */
  readonly names: ReadonlyMap<string, string>
}

const ORDER_WORDS: Readonly<Record<(typeof ORDERS)[number], string>> = {
  SPEAKERS_DESC: 'most speakers',
  STATEMENTS_DESC: 'most statements',
  TEXT: 'by their words',
}

export function ClaimsFilters({ state: { filter, order }, names }: Props) {
  const { kind = [], standing = [], verdict = [], assessor = [], event = [] } = filter
  return (
    <form class="filters" onSubmit={(submit) => submit.preventDefault()} aria-label="Filters">
      <Choice
        label="Order"
        value={order}
        options={ORDERS.map((each) => [each, ORDER_WORDS[each]])}
        choose={(each) => setParams({ order: each === ORDERS[0] ? null : each })}
      />
      <Choice
        label="Kind"
        // The address may name several, which no single option says.
        value={kind.length > 1 ? kind.map(plain).join(' or ') : (kind[0] ?? '')}
        options={[['', 'any'], ...KINDS.map((each) => [each, plain(each)] as const)]}
        choose={(each) => setParams({ kind: each })}
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
      <label class="field">
        Words
        <input
          type="search"
          value={filter.text ?? ''}
          onChange={({ currentTarget }) => setParams({ text: currentTarget.value })}
        />
      </label>
      <Toggles legend="Standing" showsLegend name="standing" values={STANDINGS} chosen={standing}>
        {(each) => capital(plain(each))}
      </Toggles>
      <Toggles legend="Verdict" showsLegend name="verdict" values={VERDICTS} chosen={verdict}>
        {(each) => capital(plain(each))}
      </Toggles>
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
    </form>
  )
}
