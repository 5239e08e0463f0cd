import type { ResultOf } from '../graphql.ts'
import { Link } from '../link.tsx'
import { ExportLinks } from '../list/export-links.tsx'
import { claimPath } from '../node-path.ts'
import { Empty, Section } from '../page/section.tsx'
import { PositionLine } from '../statement/position-line.tsx'
import type { startQuery } from './start-query.ts'

type Claims = ResultOf<typeof startQuery>['contested']
type Claim = Claims['nodes'][number]

/** The claims on which somebody stands against somebody. */
export const Contested = ({ claims }: { readonly claims: Claims }) => (
  <Section
    title="Contested claims"
    count={claims.totalCount}
    tools={<ExportLinks name="contested-claims" rows={() => claims.nodes.flatMap(rowsOf)} />}
  >
    {claims.nodes.length === 0 && <Empty>No claim in this graph is contested.</Empty>}
    <ul class="plain cards">
      {claims.nodes.map((claim) => (
        <li key={claim.slug} class="card">
          <h3>
            <Link href={claimPath(claim.slug)}>{claim.text}</Link>
          </h3>
          <PositionLine positions={claim.positions} />
          {claim.relations.map(({ claim: other }) => (
            <p key={other.slug} class="against">
              against: <Link href={claimPath(other.slug)}>{other.text}</Link>
            </p>
          ))}
        </li>
      ))}
    </ul>
  </Section>
)

const rowsOf = ({ slug, text, standing, positions }: Claim) =>
  positions.map(({ actor, stance, certainty }) => ({
    claim: slug,
    text,
    standing,
    actor: actor.slug,
    stance,
    certainty,
  }))
