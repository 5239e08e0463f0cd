import { figureText } from '../claim/figure-text.ts'
import { Link } from '../kit/link.tsx'
import { claimPath } from '../kit/node-path.ts'
import type { Proposed } from './read-query.ts'

interface ProposedClaimProps {
  readonly proposed: Pick<Proposed, 'claim' | 'newClaim' | 'figure'>
}

/** The claim to which reading attaches the statement, or the one that it would propose. */
export const ProposedClaim = ({ proposed: { claim, newClaim, figure } }: ProposedClaimProps) => {
  if (claim)
    return (
      <>
        on the claim <Link href={claimPath(claim.slug)}>{claim.text}</Link>
      </>
    )
  if (newClaim === null) return <span class="faint">no claim: it does not stand alone</span>
  return (
    <>
      new claim: <span class="new-claim">{newClaim}</span>
      {figure && (
        <span class="faint">
          {' '}
          ({figureText(figure)} {figure.unit})
        </span>
      )}
    </>
  )
}

/** What else may be meant, for a person to compare; the one that is taken is said above. */
export const ClaimCandidates = ({
  proposed: { claim, claimCandidates },
}: {
  readonly proposed: Proposed
}) => {
  const others = claimCandidates.filter((one) => one.claim.slug !== claim?.slug)
  if (others.length === 0) return null
  return (
    <ul class="candidates" aria-label="Claims that may say the same">
      {others.map(({ claim: { slug, text }, score }) => (
        <li key={slug}>
          <span class="number" title="How much of what each says the other says too, of 1">
            {score.toFixed(2)}
          </span>{' '}
          <Link href={claimPath(slug)}>{text}</Link>
        </li>
      ))}
    </ul>
  )
}
