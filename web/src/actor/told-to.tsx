import { asOfAsked, namedThen } from '../kit/as-of.ts'
import type { PageOfStatements } from '../kit/fragments.ts'
import { isolated } from '../kit/isolated.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { proposedCountIn } from '../page/proposed-count.tsx'
import { Section } from '../page/section.tsx'
import { StatementList } from '../statement/statement-list.tsx'
import { type StatementsAsked, statementRows } from '../statement/statements-query.ts'
import type { ActorAnswer, ProposedOfActor } from './actor-type.ts'

interface ToldToProps {
  readonly actor: ActorAnswer
  readonly told: PageOfStatements
  readonly proposed: ProposedOfActor['proposedTold']
  readonly asOf: string | null
}

/** What others said to it, such as to a newspaper. */
export function ToldTo({ actor: { slug, name }, told, proposed, asOf }: ToldToProps) {
  const asked: StatementsAsked = {
    filter: { addressee: [slug], ...asOfAsked(asOf) },
    orderBy: 'SAID_DESC',
  }
  if (told.totalCount + proposed.totalCount === 0) return null
  return (
    <Section
      title={`Told to ${isolated(name)}`}
      count={told.totalCount}
      proposed={[proposedCountIn('/statements', { addressee: slug }, proposed)]}
      tools={<ExportLinks name={namedThen(`told-to-${slug}`, asOf)} rows={() => statementRows(asked)} />}
    >
      <StatementList
        page={told}
        asked={asked}
        empty={`Nothing that is accepted was told to ${isolated(name)}.`}
      />
    </Section>
  )
}
