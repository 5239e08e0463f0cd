import { useEffect, useState } from 'preact/hooks'
import { ask } from '../kit/client.ts'
import type { VariablesOf } from '../kit/graphql.ts'
import { setParams } from '../kit/location.ts'
import { type Taken, takenWords } from '../kit/words.ts'
import { noPage } from '../list/page-of.ts'
import { usePages } from '../list/use-pages.ts'
import { Section } from '../page/section.tsx'
import { PasteLink, ReadAnew } from '../read/to-read.tsx'
import { type Marked, MarkedText } from '../statement/marked-text.tsx'
import {
  furtherQuery,
  type SourceAnswer,
  type SourceStatement,
  type SourceStatementPage,
} from './source-query.ts'
import { type AskedOfSource, SourceStatements, sourceStatementFilter } from './source-statements.tsx'

interface SourceReadingProps {
  readonly source: SourceAnswer
  readonly asked: AskedOfSource
  readonly chosen: string | null
  /** The statement with which the page was opened. */
  readonly given: SourceStatement | null
}

/** The text beside its statements; the statements alone where the text is not stored. */
export function SourceReading({ source, asked, chosen, given }: SourceReadingProps) {
  const { slug, text, language, publishedAt, statements } = source
  const [pointed, point] = useState<readonly string[]>([])
  const filter = sourceStatementFilter(asked)
  const pages = usePages(statements, (after) => askFurther({ id: slug, ...filter, after }))
  useEffect(() => {
    if (chosen) document.getElementById(chosen)?.scrollIntoView({ block: 'nearest' })
  }, [chosen, statements])
  const isLoaded = !given || pages.nodes.some(({ id }) => id === given.id)
  const loaded = isLoaded ? pages.nodes : [given, ...pages.nodes]
  const list = (
    <SourceStatements
      source={source}
      asked={asked}
      statements={firstOf(chosen, loaded)}
      pages={pages}
      classOf={(id) => (id === chosen ? 'chosen' : pointed.includes(id) ? 'pointed' : undefined)}
    />
  )
  if (text === null)
    return (
      <>
        <NotStored publishedAt={publishedAt} />
        <div class="columns">{list}</div>
      </>
    )
  return (
    <div class="split reading">
      <Section title="Text">
        <MarkedText
          text={text}
          language={language}
          marked={loaded.map(markedStatement)}
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

const NotStored = ({ publishedAt }: { readonly publishedAt: string | null }) => (
  <div class="notice quiet">
    <p>
      The text of this source is not stored. Its statements stand here with the words that are quoted.{' '}
      <PasteLink published={publishedAt} />
    </p>
  </div>
)

const askFurther = async (asked: VariablesOf<typeof furtherQuery>): Promise<SourceStatementPage> =>
  (await ask(furtherQuery, asked)).source?.statements ?? noPage

/** The statement that the address names leads the list, wherever it stands in the text. */
const firstOf = <Item extends { id: string }>(id: string | null, items: readonly Item[]): readonly Item[] =>
  id ? items.toSorted((a, b) => Number(b.id === id) - Number(a.id === id)) : items

const markedStatement = ({ id, span, review, speaker, claim, text, ...taken }: SourceStatement): Marked => ({
  ...{ id, span, side: taken.side },
  isProposed: review === 'PROPOSED',
  speaker: speaker.name,
  says: saysOf(taken.stance && claim ? { ...taken, stance: taken.stance } : null, claim?.text ?? text),
})

const saysOf = (taken: Taken | null, text: string): string => `${taken ? takenWords(taken) : 'says'}: ${text}`
