import { useEffect, useState } from 'preact/hooks'
import { ExportLinks } from '../list/export-links.tsx'
import { Windowed } from '../list/windowed.tsx'
import { setParams } from '../location.ts'
import { Empty, Section } from '../page/section.tsx'
import { PasteLink, ReadAnew } from '../read/to-read.tsx'
import { type Stance, StanceFilter } from '../statement/stance-filter.tsx'
import { StatementCard } from '../statement/statement-card.tsx'
import { statementRow } from '../statement/statement-row.ts'
import { allStatements } from '../statement/statements-query.ts'
import { stanceWord } from '../words.ts'
import { type Marked, MarkedText } from './marked-text.tsx'
import type { SourceAnswer, SourceStatement } from './source-query.ts'

interface Props {
  readonly source: SourceAnswer
  readonly stance: readonly Stance[]
  readonly chosen: string | null
}

/** The text beside its statements; the statements alone where the text is not stored. */
export function SourceReading({ source, stance, chosen }: Props) {
  const { slug, text, language, publishedAt, statements } = source
  const [pointed, point] = useState<readonly string[]>([])
  const filter = {
    source: [slug],
    review: ['ACCEPTED', 'PROPOSED'] as ('ACCEPTED' | 'PROPOSED')[],
    ...(stance.length > 0 && { stance: [...stance] }),
  }
  useEffect(() => {
    if (chosen) document.getElementById(chosen)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, statements])
  const nodes = firstOf(chosen, statements.nodes)
  const list = (
    <Section
      title="Statements"
      count={statements.totalCount}
      tools={
        <ExportLinks
          name={`statements-in-${slug}`}
          rows={async () => (await allStatements({ filter })).map(statementRow)}
        />
      }
    >
      <StanceFilter stance={stance} />
      {nodes.length === 0 && <Empty>No such statement is in it.</Empty>}
      <Windowed items={nodes} class="statements" keyOf={({ id }) => id}>
        {(statement) => (
          <div class={listed(statement.id, chosen, pointed)}>
            <StatementCard statement={statement} hides="source" />
          </div>
        )}
      </Windowed>
      {statements.totalCount > nodes.length && (
        <p class="faint">
          The first {nodes.length} of {statements.totalCount.toLocaleString('en')}; the files hold all.
        </p>
      )}
    </Section>
  )
  if (text === null)
    return (
      <>
        <div class="notice quiet">
          <p>
            The text of this source is not stored. Its statements stand here with the words that are quoted.{' '}
            <PasteLink published={publishedAt} />
          </p>
        </div>
        <div class="columns">{list}</div>
      </>
    )
  return (
    <div class="split reading">
      <Section title="Text">
        <MarkedText
          text={text}
          language={language}
          marked={statements.nodes.map(markedOf)}
          chosen={chosen}
          pointed={pointed}
          point={point}
          choose={(statement) => setParams({ statement }, { replace: true })}
        />
        <ReadAnew text={text} published={publishedAt} />
      </Section>
      {list}
    </div>
  )
}

/** The statement that the address names leads the list, wherever it stands in the text. */
const firstOf = <Item extends { id: string }>(id: string | null, items: readonly Item[]): readonly Item[] =>
  id ? items.toSorted((a, b) => Number(b.id === id) - Number(a.id === id)) : items

const listed = (id: string, chosen: string | null, pointed: readonly string[]): string | undefined =>
  id === chosen ? 'chosen' : pointed.includes(id) ? 'pointed' : undefined

const markedOf = ({ id, span, stance, review, speaker, claim, text }: SourceStatement): Marked => ({
  ...{ id, span, stance },
  isProposed: review === 'PROPOSED',
  speaker: speaker.name,
  says: stance && claim ? `${stanceWord(stance)}: ${claim.text}` : `says: ${text}`,
})
