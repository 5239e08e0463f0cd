import { usePlace } from '../kit/location.ts'
import { useAnswer } from '../kit/use-answer.ts'
import { namesOf } from '../list/asked.ts'
import { ListHead } from '../list/list-head.tsx'
import { AsOfBar } from '../page/as-of-bar.tsx'
import { Page } from '../page/page.tsx'
import { proposedBeside } from '../page/proposed-count.tsx'
import { ClaimsFilters } from './claims-filters.tsx'
import { ClaimsList } from './claims-list.tsx'
import { claimsQuery } from './claims-query.ts'
import { claimsAskedOf, claimsStateIn, claimsVariables } from './claims-state.ts'
import { ReadyLists } from './ready-lists.tsx'

export function ClaimsPage() {
  const { params } = usePlace()
  const state = claimsStateIn(params)
  const variables = claimsVariables(state)
  const answer = useAnswer(claimsQuery, variables)
  return (
    <>
      <ListHead
        title="Claims"
        lead="Who stands where on each, how much it rests on, and what those who looked into it found."
      >
        <ReadyLists params={params} />
      </ListHead>
      <AsOfBar>
        Claims to which nothing had spoken are left out; those with most speakers or statements are those of
        now.
      </AsOfBar>
      <ClaimsFilters state={state} names={namesOf(answer.data?.named)} answer={answer.data} />
      <Page title="Claims" document={claimsQuery} variables={variables} answer={answer}>
        {({ claims, proposed }) => (
          <ClaimsList
            claims={claims}
            proposed={proposedBeside('/claims', params, proposed)}
            asked={claimsAskedOf(state)}
          />
        )}
      </Page>
    </>
  )
}
