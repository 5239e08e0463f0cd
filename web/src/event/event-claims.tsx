import { Link } from '../link.tsx'
import { ExportLinks } from '../list/export-links.tsx'
import { claimPath } from '../node-path.ts'
import { Empty, Section } from '../page/section.tsx'
import { StandingMark } from '../statement/standing-mark.tsx'
import { capital, plain } from '../words.ts'
import type { EventAnswer } from './event-type.ts'

/** Everything that is claimed of it, by kind. */
export function EventClaims({ event: { claims, slug } }: { readonly event: EventAnswer }) {
  const kinds = [...new Set(claims.nodes.map(({ kind }) => kind))]
  return (
    <Section
      title="What is claimed of it"
      count={claims.totalCount}
      tools={<ExportLinks name={`claims-about-${slug}`} rows={() => claims.nodes} />}
    >
      {kinds.length === 0 && <Empty>No claim is about it.</Empty>}
      {kinds.map((kind) => (
        <div key={kind} class="kind-group">
          <h3>{capital(plain(kind))}</h3>
          <ul class="plain lines">
            {claims.nodes
              .filter((claim) => claim.kind === kind)
              .map((claim) => (
                <li key={claim.slug}>
                  <Link href={claimPath(claim.slug)}>{claim.text}</Link>{' '}
                  <StandingMark standing={claim.standing} />
                </li>
              ))}
          </ul>
        </div>
      ))}
      {claims.totalCount > claims.nodes.length && <p class="faint">The first {claims.nodes.length}.</p>}
    </Section>
  )
}
