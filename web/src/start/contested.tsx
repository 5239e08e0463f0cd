import { ClaimCard } from '../claim/claim-card.tsx'
import { claimRows } from '../claim/claim-rows.ts'
import { ask } from '../kit/client.ts'
import type { ResultOf } from '../kit/graphql.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { More } from '../list/more.tsx'
import { usePages } from '../list/use-pages.ts'
import { Windowed } from '../list/windowed.tsx'
import { Empty, Section } from '../page/section.tsx'
import { contestedQuery, type startQuery } from './start-query.ts'

type Claims = ResultOf<typeof startQuery>['contested']

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
        {(claim) => <ClaimCard claim={claim} />}
      </Windowed>
      <More of={pages} />
    </Section>
  )
}

const contestedRows = () => claimRows({ filter: { standing: ['CONTESTED'] }, orderBy: 'SPEAKERS_DESC' })
