import { ExportLinks } from '../list/export-links.tsx'
import { More } from '../list/more.tsx'
import type { Pages } from '../list/use-pages.ts'
import { Windowed } from '../list/windowed.tsx'
import { Empty, Section } from '../page/section.tsx'
import { type Stance, StanceFilter } from '../statement/stance-filter.tsx'
import { StatementCard } from '../statement/statement-card.tsx'
import { type StatementsAsked, statementRows } from '../statement/statements-query.ts'
import type { SourceStatement } from './source-query.ts'

interface Props {
  readonly slug: string
  readonly stance: readonly Stance[]
  readonly statements: readonly SourceStatement[]
  readonly pages: Pages<SourceStatement>
  readonly classOf: (id: string) => string | undefined
}

/** What is said in a source, accepted and proposed. */
export function SourceStatements({ slug, stance, statements, pages, classOf }: Props) {
  const filter: StatementsAsked['filter'] = {
    source: [slug],
    review: ['ACCEPTED', 'PROPOSED'],
    ...(stance.length > 0 && { stance: [...stance] }),
  }
  return (
    <Section
      title="Statements"
      count={pages.total}
      tools={<ExportLinks name={`statements-in-${slug}`} rows={() => statementRows({ filter })} />}
    >
      <StanceFilter stance={stance} />
      {statements.length === 0 && <Empty>No such statement is in it.</Empty>}
      <Windowed items={statements} class="statements" keyOf={({ id }) => id}>
        {(statement) => (
          <div class={classOf(statement.id)}>
            <StatementCard statement={statement} hides="source" />
          </div>
        )}
      </Windowed>
      <More of={pages} />
    </Section>
  )
}
