import { wordsIn } from '../kit/location.ts'
import { sourcePath } from '../kit/node-path.ts'
import { capital, plain } from '../kit/words.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { More } from '../list/more.tsx'
import type { Pages } from '../list/use-pages.ts'
import { Windowed } from '../list/windowed.tsx'
import { proposedCountIn } from '../page/proposed-count.tsx'
import { Empty, Section } from '../page/section.tsx'
import { Toggles } from '../page/toggles.tsx'
import { NODE_REVIEWS } from '../review/review-field.tsx'
import { type Stance, StanceFilter } from '../statement/stance-filter.tsx'
import { StatementCard } from '../statement/statement-card.tsx'
import { statementRows } from '../statement/statements-query.ts'
import type { SourceAnswer, SourceStatement } from './source-query.ts'

type Review = (typeof NODE_REVIEWS)[number]

/** What of its statements is shown. */
export interface AskedOfSource {
  readonly stance: readonly Stance[]
  readonly review: readonly Review[]
}

/** Whoever reads a source sees what it proposes too, unless the address asks for one of both. */
export function reviewsIn(params: URLSearchParams): Review[] {
  const chosen = wordsIn(params, 'review', NODE_REVIEWS)
  return chosen.length > 0 ? chosen : [...NODE_REVIEWS]
}

export const sourceStatementFilter = ({ stance, review }: AskedOfSource) => ({
  review: [...review],
  ...(stance.length > 0 && { stance: [...stance] }),
})

interface SourceStatementsProps {
  readonly source: SourceAnswer
  readonly asked: AskedOfSource
  readonly statements: readonly SourceStatement[]
  readonly pages: Pages<SourceStatement>
  readonly classOf: (id: string) => string | undefined
}

/** What is said in a source: how much is accepted, and how much is proposed. */
export function SourceStatements({ source, asked, statements, pages, classOf }: SourceStatementsProps) {
  const { slug, accepted, proposed } = source
  const filter = { source: [slug], ...sourceStatementFilter(asked) }
  return (
    <Section
      title="Statements"
      count={accepted.totalCount}
      proposed={[proposedCountIn(sourcePath(slug), { stance: asked.stance }, proposed)]}
      tools={<ExportLinks name={`statements-in-${slug}`} rows={() => statementRows({ filter })} />}
    >
      <StanceFilter stance={asked.stance} />
      {proposed.totalCount > 0 && <ReviewToggles review={asked.review} />}
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

/** None is pressed where both are shown. */
const ReviewToggles = ({ review }: Pick<AskedOfSource, 'review'>) => (
  <Toggles
    legend="Review"
    name="review"
    values={NODE_REVIEWS}
    chosen={review.length < NODE_REVIEWS.length ? review : []}
  >
    {(one) => capital(plain(one))}
  </Toggles>
)
