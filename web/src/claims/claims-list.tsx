import './claims.css'
import { ClaimCard } from '../claim/claim-card.tsx'
import { figureText } from '../claim/figure-text.ts'
import { VerdictLine } from '../claim/verdict-line.tsx'
import { namedThen } from '../kit/as-of.ts'
import { ask } from '../kit/client.ts'
import { capital, counted, plain } from '../kit/words.ts'
import { exportAddress } from '../list/export-address.ts'
import { Listing } from '../list/listing.tsx'
import type { ProposedCount } from '../page/proposed-count.tsx'
import { ReviewTag } from '../review/review-tag.tsx'
import { StandingMark } from '../statement/standing-mark.tsx'
import { listedClaimRow } from './claim-list-row.ts'
import { everyClaimRow, type ListedClaim, type ListedClaims, moreClaimsQuery } from './claims-query.ts'
import type { claimsAskedOf } from './claims-state.ts'

interface ClaimsListProps {
  readonly claims: ListedClaims
  readonly proposed: ProposedCount | undefined
  readonly asked: ReturnType<typeof claimsAskedOf>
}

/** The claims that the filters leave, each with what its weight can be judged by. */
export const ClaimsList = ({ claims, proposed, asked }: ClaimsListProps) => (
  <Listing
    title={asked.filter ? 'Claims that fit' : 'All claims'}
    name={namedThen('claims', asked.asOf ?? null)}
    page={claims}
    proposed={proposed}
    ask={async (after) => (await ask(moreClaimsQuery, { ...asked, after })).claims}
    rows={() => everyClaimRow(asked, listedClaimRow)}
    csvAddress={asked.asOf ? undefined : exportAddress('claims', asked)}
    class="cards"
    keyOf={({ slug }) => slug}
    empty={asked.filter ? 'No claim is left by these filters.' : 'No claim is in this graph yet.'}
  >
    {(claim) => <ListedCard claim={claim} />}
  </Listing>
)

const ListedCard = ({ claim }: { readonly claim: ListedClaim }) => (
  <ClaimCard claim={claim} facts={<Weight claim={claim} />}>
    {claim.assessments.map(({ id, verdict, method, assessor }) => (
      <p key={id} class="verdict">
        <VerdictLine verdict={verdict} by={assessor} />
        {method && (
          <>
            : <bdi>{method}</bdi>
          </>
        )}
      </p>
    ))}
  </ClaimCard>
)

const Weight = ({ claim }: { readonly claim: ListedClaim }) => (
  <p class="weight">
    <StandingMark standing={claim.standing} /> <ReviewTag review={claim.review} />{' '}
    {capital(plain(claim.kind))}
    {claim.figure && (
      <>
        : <b class="number">{figureText(claim.figure)}</b> <bdi>{claim.figure.unit}</bdi>
      </>
    )}{' '}
    · {counted(claim.speakerCount, 'speaker')} · {counted(claim.statementCount, 'statement')} ·{' '}
    {counted(claim.sourceCount, 'source')}
  </p>
)
