import { asOfAsked, namedThen } from '../../kit/as-of.ts'
import { graphiqlLink } from '../../kit/client.ts'
import { isolated } from '../../kit/isolated.ts'
import { Link } from '../../kit/link.tsx'
import { setParams } from '../../kit/location.ts'
import { claimPath } from '../../kit/node-path.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import type { Taken } from '../../kit/words.ts'
import { nodeCells } from '../../list/cells.ts'
import { ExportLinks } from '../../list/export-links.tsx'
import type { Row } from '../../list/file.ts'
import { Loading } from '../../page/loading.tsx'
import { ProblemView } from '../../page/problem-view.tsx'
import { Empty, Section } from '../../page/section.tsx'
import { TakenMark } from '../../statement/stance-mark.tsx'
import { Swatch } from '../drawing/legend.tsx'
import { type SidesAnswer, sidesQuery } from './agreement-query.ts'

interface CommonClaimsProps {
  readonly pair: readonly [a: string, b: string]
  /** Only claims about this event. */
  readonly event: string | null
  readonly asOf: string | null
}

interface CommonClaim {
  readonly slug: string
  readonly text: string
  readonly taken: readonly [a: Taken, b: Taken]
}

/** The claims on which two agree, and those on which they conflict. */
export function CommonClaims({ pair: [a, b], event, asOf }: CommonClaimsProps) {
  const variables = { a, b, ...asOfAsked(asOf) }
  const { data, problem, retry } = useAnswer(sidesQuery, variables)
  const claims = data ? commonOf(data, event) : []
  const names = [data?.a?.name ?? a, data?.b?.name ?? b] as const
  return (
    <Section
      id="claims"
      title={`${isolated(names[0] ?? '')} and ${isolated(names[1] ?? '')}`}
      count={data && claims.length}
      tools={
        <span>
          <a class="text-button" href={graphiqlLink(sidesQuery, variables)}>
            GraphiQL
          </a>
          <ExportLinks name={namedThen(`claims-of-${a}-and-${b}`, asOf)} rows={() => claims.map(claimRow)} />
          <button type="button" class="text-button" onClick={() => setParams({ pair: null })}>
            Close
          </button>
        </span>
      }
    >
      {problem && <ProblemView problem={problem} retry={retry} />}
      {!data && !problem && <Loading />}
      {data && claims.length === 0 && <Empty>They have not taken a side on the same claim.</Empty>}
      <ul class="plain lines">
        {claims.map((claim) => (
          <ClaimLine key={claim.slug} claim={claim} names={names} />
        ))}
      </ul>
      {(data?.a?.positions.pageInfo.hasNextPage || data?.b?.positions.pageInfo.hasNextPage) && (
        <p class="faint">Only the first 500 claims of each have been read: there may be more in common.</p>
      )}
    </Section>
  )
}

const ClaimLine = ({
  claim,
  names,
}: {
  readonly claim: CommonClaim
  readonly names: readonly [string, string]
}) => (
  <li>
    <p>
      <Swatch type={agrees(claim) ? 'SAME_SIDE' : 'OPPOSITE_SIDE'} />{' '}
      <span class="faint">{agrees(claim) ? 'agree' : 'conflict'}</span>{' '}
      <Link href={claimPath(claim.slug)}>{claim.text}</Link>
    </p>
    <p class="faint stances">
      {names[0]} <TakenMark of={claim.taken[0]} />, {names[1]} <TakenMark of={claim.taken[1]} />
    </p>
  </li>
)

const agrees = ({ taken: [a, b] }: CommonClaim): boolean => a.stance === b.stance

function commonOf({ a, b }: SidesAnswer, event: string | null): CommonClaim[] {
  const taken = new Map((b?.positions.nodes ?? []).map(({ claim, ...position }) => [claim.slug, position]))
  return (a?.positions.nodes ?? []).flatMap(({ claim, ...position }) => {
    const other = taken.get(claim.slug)
    const isWanted = event === null || claim.event?.slug === event
    return other && isWanted
      ? [{ slug: claim.slug, text: claim.text, taken: [position, other] as const }]
      : []
  })
}

const claimRow = (claim: CommonClaim): Row => ({
  ...nodeCells('claim', claim),
  agreement: agrees(claim) ? 'agree' : 'conflict',
  stanceA: claim.taken[0].stance,
  stanceB: claim.taken[1].stance,
})
