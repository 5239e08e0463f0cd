import { useEffect } from 'preact/hooks'
import { ask } from '../client.ts'
import type { VariablesOf } from '../graphql.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { More } from '../list/more.tsx'
import { noPage } from '../list/page-of.ts'
import { usePages } from '../list/use-pages.ts'
import { Windowed } from '../list/windowed.tsx'
import { Empty, Section } from '../page/section.tsx'
import { type Stance, StanceFilter } from '../statement/stance-filter.tsx'
import { StatementCard } from '../statement/statement-card.tsx'
import { statementRows } from '../statement/statements-query.ts'
import { MarkedText } from './marked-text.tsx'
import { furtherQuery, type ReadPage, type SourceAnswer, type SourceStatement } from './source-query.ts'

interface Props {
  readonly source: SourceAnswer
  readonly stance: readonly Stance[]
  readonly chosen: string | null
  /** The statement with which the page was opened. */
  readonly given: SourceStatement | null
}

/** The text beside its statements; the statements alone where the text is not stored. */
export function SourceReading({ source, stance, chosen, given }: Props) {
  const { slug, text, language, statements } = source
  const asked = stance.length > 0 ? { stance: [...stance] } : {}
  const filter = {
    source: [slug],
    review: ['ACCEPTED', 'PROPOSED'] as ('ACCEPTED' | 'PROPOSED')[],
    ...asked,
  }
  const pages = usePages(statements, (after) => furtherOf({ id: slug, ...asked, after }))
  useEffect(() => {
    if (chosen) document.getElementById(chosen)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, statements])
  const isLoaded = !given || pages.nodes.some(({ id }) => id === given.id)
  const loaded = isLoaded ? pages.nodes : [given, ...pages.nodes]
  const nodes = firstOf(chosen, loaded)
  const list = (
    <Section
      title="Statements"
      count={statements.totalCount}
      tools={<ExportLinks name={`statements-in-${slug}`} rows={() => statementRows({ filter })} />}
    >
      <StanceFilter stance={stance} />
      {nodes.length === 0 && <Empty>No such statement is in it.</Empty>}
      <Windowed items={nodes} class="statements" keyOf={({ id }) => id}>
        {(statement) => (
          <div class={statement.id === chosen ? 'chosen' : undefined}>
            <StatementCard statement={statement} hides="source" />
          </div>
        )}
      </Windowed>
      <More of={pages} />
    </Section>
  )
  if (text === null)
    return (
      <>
        <p class="notice quiet">
          The text of this source is not stored. Its statements stand here with the words that are quoted.
        </p>
        <div class="columns">{list}</div>
      </>
    )
  return (
    <div class="split reading">
      <Section title="Text">
        <MarkedText text={text} language={language} statements={loaded} chosen={chosen} />
      </Section>
      {list}
    </div>
  )
}

const furtherOf = async (asked: VariablesOf<typeof furtherQuery>): Promise<ReadPage> =>
  (await ask(furtherQuery, asked)).source?.statements ?? noPage

/** The statement that the address names leads the list, wherever it stands in the text. */
const firstOf = <Item extends { id: string }>(id: string | null, items: readonly Item[]): readonly Item[] =>
  id ? items.toSorted((a, b) => Number(b.id === id) - Number(a.id === id)) : items
