import type { ComponentChildren } from 'preact'
import type { ClaimInShort } from '../kit/fragments.ts'
import { Link } from '../kit/link.tsx'
import { claimPath } from '../kit/node-path.ts'
import { PositionLine } from '../statement/position-line.tsx'

interface ClaimCardProps {
  readonly claim: ClaimInShort
  /** Between its words and its sides. */
  readonly facts?: ComponentChildren
  readonly children?: ComponentChildren
}

/** A claim in a list: who stands where on it, and what it stands against. */
export const ClaimCard = ({ claim, facts, children }: ClaimCardProps) => (
  <div class="card">
    <h3>
      <Link href={claimPath(claim.slug)}>{claim.text}</Link>
    </h3>
    {facts}
    <PositionLine sides={claim} />
    {claim.relations.map(({ claim: other }) => (
      <p key={other.slug} class="against">
        against: <Link href={claimPath(other.slug)}>{other.text}</Link>
      </p>
    ))}
    {children}
  </div>
)
