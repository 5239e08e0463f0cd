import { claimRows } from '../claim/claim-rows.ts'
import { ask } from '../client.ts'
import type { ResultOf } from '../graphql.ts'
import { Link } from '../link.tsx'
import { ExportLinks } from '../list/export-links.tsx'
import { More } from '../list/more.tsx'
import { usePages } from '../list/use-pages.ts'
import { Windowed } from '../list/windowed.tsx'
import { claimPath } from '../node-path.ts'
import { Empty, Section } from '../page/section.tsx'
import { PositionLine } from '../statement/position-line.tsx'
import { contestedQuery, type startQuery } from './start-query.ts'

type Claims = ResultOf<typeof startQuery>['contested']
type Claim = Claims['nodes'][number]

/** The claims on which somebody stands against somebody. */
export function Contested({ claims }: { readonly claims: Claims }) {
  const pages = usePages(claims, async (after) => (await ask(contestedQuery, { after })).claims)
  return (
    <Section
      title="Contested claims"
      count={claims.totalCount}
      tools={<ExportLinks name="contested-claims" rows={contestedRows} />}
    >
      {pages.nodes.length === 0 && <Empty>No claim in this graph is contested.</Empty>}
      <Windowed items={pages.nodes} class="cards" keyOf={({ slug }) => slug}>
        {(claim) => <ContestedCard claim={claim} />}
      </Windowed>
      <More of={pages} />
    </Section>
  )
}

const ContestedCard = ({ claim }: { readonly claim: Claim }) => (
  <div class="card">
    <h3>
      <Link href={claimPath(claim.slug)}>{claim.text}</Link>
    </h3>
    <PositionLine sides={claim} />
    {claim.relations.map(({ claim: other }) => (
      <p key={other.slug} class="against">
        against: <Link href={claimPath(other.slug)}>{other.text}</Link>
      </p>
    ))}
  </div>
)

const contestedRows = () =>
  claimRows(
    { filter: { standing: ['CONTESTED'] }, orderBy: 'SPEAKERS_DESC' },
    false,
    ({ slug, text, standing }, { actor, stance, certainty }) => ({
      claim: slug,
      text,
      standing,
      actor: actor.slug,
      stance,
      certainty,
    }),
  )
