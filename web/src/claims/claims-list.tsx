import { ClaimCard } from '../claim/claim-card.tsx'
import { VerdictLine } from '../claim/verdict-line.tsx'
import { ask } from '../client.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { More } from '../list/more.tsx'
import { usePages } from '../list/use-pages.ts'
import { Windowed } from '../list/windowed.tsx'
import { Empty, Section } from '../page/section.tsx'
import { StandingMark } from '../statement/standing-mark.tsx'
import { capital, counted, plain } from '../words.ts'
import {
  type AssessedClaim,
  everyClaimRow,
  type ListedClaim,
  type ListedClaims,
  moreClaimsQuery,
} from './claims-query.ts'
import type { askedOf } from './claims-state.ts'

interface Props {
  readonly claims: ListedClaims
  readonly asked: ReturnType<typeof askedOf>
}

/** The claims that the filters leave, each with what its weight can be judged by. */
export function ClaimsList({ claims, asked }: Props) {
  const pages = usePages(claims, async (after) => (await ask(moreClaimsQuery, { ...asked, after })).claims)
  return (
    <Section
      title={asked.filter ? 'Claims that fit' : 'All claims'}
      count={claims.totalCount}
      tools={<ExportLinks name="claims" rows={() => everyClaimRow(asked, rowOf)} />}
    >
      {pages.nodes.length === 0 && (
        <Empty>
          {asked.filter ? 'No claim is left by these filters.' : 'No claim is in this graph yet.'}
        </Empty>
      )}
      <Windowed items={pages.nodes} class="cards" keyOf={({ slug }) => slug}>
        {(claim) => <ListedCard claim={claim} />}
      </Windowed>
      <More of={pages} />
    </Section>
  )
}

const ListedCard = ({ claim }: { readonly claim: ListedClaim }) => (
  <ClaimCard claim={claim} facts={<Weight claim={claim} />}>
    {claim.assessments.map(({ id, verdict, method, assessor }) => (
      <p key={id} class="verdict">
        <VerdictLine verdict={verdict} by={assessor} />
        {method && <>: {method}</>}
      </p>
    ))}
  </ClaimCard>
)

const Weight = ({ claim }: { readonly claim: ListedClaim }) => (
  <p class="weight">
    <StandingMark standing={claim.standing} /> {capital(plain(claim.kind))} ·{' '}
    {counted(claim.speakerCount, 'speaker')} · {counted(claim.statementCount, 'statement')} ·{' '}
    {counted(claim.sourceCount, 'source')}
  </p>
)

const rowOf = ({ slug, text, kind, standing, event, assessments, ...counts }: AssessedClaim) => ({
  claim: slug,
  text,
  kind,
  standing,
  event: event?.slug,
  speakers: counts.speakerCount,
  statements: counts.statementCount,
  sources: counts.sourceCount,
  assessments: assessments
    .map(({ assessor, verdict, method }) => `${assessor.slug}: ${verdict}${method ? ` (${method})` : ''}`)
    .join('; '),
})
