import { ask } from '../kit/client.ts'
import { Link } from '../kit/link.tsx'
import { usePlace } from '../kit/location.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { askedFor, namesOf, proposedOf } from '../list/asked.ts'
import { exportAddress } from '../list/export-address.ts'
import { ListHead } from '../list/list-head.tsx'
import { Listing } from '../list/listing.tsx'
import { Page } from '../page/page.tsx'
import { proposedBeside } from '../page/proposed-count.tsx'
import { StatementCard } from '../statement/statement-card.tsx'
import { statementRows, statementsQuery } from '../statement/statements-query.ts'
import { StatementsFilters } from './statements-filters.tsx'
import { statementListQuery } from './statements-query.ts'
import { type StatementsState, statementsStateIn } from './statements-state.ts'

export function StatementsPage() {
  const { params } = usePlace()
  const state = statementsStateIn(params)
  const asked = askedFor(state.filter, state.order)
  const variables = { ...asked, proposed: proposedOf(state.filter), ...namedBy(state) }
  const answer = useAnswer(statementListQuery, variables)
  return (
    <>
      <ListHead title="Statements" lead="Who said what, where, and whether anybody has accepted it.">
        <p>
          <Link href="/timeline?types=STATEMENT">On the timeline</Link>
        </p>
      </ListHead>
      <StatementsFilters
        state={state}
        params={params}
        names={namesOf(answer.data?.named)}
        titles={namesOf(answer.data?.sources)}
      />
      <Page title="Statements" document={statementListQuery} variables={variables} answer={answer}>
        {({ statements, proposed }) => (
          <Listing
            title={asked.filter ? 'Statements that fit' : 'All statements'}
            name="statements"
            page={statements}
            proposed={proposedBeside('/statements', params, proposed)}
            ask={async (after) => (await ask(statementsQuery, { ...asked, first: 50, after })).statements}
            rows={() => statementRows(asked)}
            csvAddress={exportAddress('statements', asked)}
            class="statements"
            keyOf={({ id }) => id}
            empty={
              asked.filter ? 'No statement is left by these filters.' : 'No statement is in this graph yet.'
            }
          >
            {(statement) => <StatementCard statement={statement} />}
          </Listing>
        )}
      </Page>
    </>
  )
}

/** What its filter names, of which the chips tell the names. */
function namedBy({ filter }: StatementsState) {
  const { by = [], onBehalfOf = [], addressee = [], about = [], claim = [], event = [], source = [] } = filter
  return { named: [...by, ...onBehalfOf, ...addressee, ...about, ...claim, ...event], sources: source }
}
