import './proposals.css'
import { useState } from 'preact/hooks'
import { setParams } from '../kit/location.ts'
import { takenWords } from '../kit/words.ts'
import { ExportLinks } from '../list/export-links.tsx'
import { Empty, Section } from '../page/section.tsx'
import { type Marked, MarkedText } from '../statement/marked-text.tsx'
import { type Stance, StanceFilter } from '../statement/stance-filter.tsx'
import { proposalRow } from './proposal-row.ts'
import { cardId, ProposedList } from './proposed-list.tsx'
import { type Proposed, speakerOf, type TextLanguage } from './read-query.ts'

/** A report makes some dozens; of what is as long as a book, the rest is in the files. */
const MOST_PROPOSALS = 300

interface ProposalsProps {
  readonly text: string
  readonly language: TextLanguage
  readonly proposed: readonly Proposed[]
  readonly stance: readonly Stance[]
  readonly chosen: string | null
}

/** The text beside what it seems to say. */
export function Proposals({ text, language, proposed, stance, chosen }: ProposalsProps) {
  const [pointed, point] = useState<readonly string[]>([])
  const kept = proposed.filter((one) => stance.length === 0 || stance.includes(one.stance))
  const shown = kept.slice(0, MOST_PROPOSALS)
  const chooseInText = (statement: string) => {
    setParams({ statement }, { replace: true })
    document.getElementById(cardId(statement))?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <div class="split reading">
      <Section title="Text">
        <MarkedText
          text={text}
          language={language?.tag ?? null}
          marked={shown.map(markedProposal)}
          chosen={chosen}
          pointed={pointed}
          point={point}
          choose={chooseInText}
        />
      </Section>
      <Section
        class="proposals"
        title="Proposed statements"
        count={kept.length}
        tools={<ExportLinks name="proposed-statements" rows={() => kept.map(proposalRow)} />}
      >
        {proposed.length === 0 ? <NothingProposed language={language} /> : <StanceFilter stance={stance} />}
        {proposed.length > 0 && kept.length === 0 && <Empty>None takes this stance.</Empty>}
        <ProposedList all={proposed} shown={shown} chosen={chosen} pointed={pointed} point={point} />
        {kept.length > MOST_PROPOSALS && (
          <p class="faint">
            The first {MOST_PROPOSALS} of {kept.length.toLocaleString('en')}; the files hold all.
          </p>
        )}
      </Section>
    </div>
  )
}

const NothingProposed = ({ language }: { readonly language: TextLanguage }) =>
  language && !language.isRead ? (
    <Empty>
      The text is in {language.name} ({language.tag}), which is not read: Hearsay would store it without
      statements. English, Russian and Ukrainian are read.
    </Empty>
  ) : (
    <Empty>
      Hearsay reads nothing in it. It looks for sentences in English, Russian or Ukrainian in which somebody
      says, denies, believes or promises something, such as “the ministry said that …”, “according to the
      mayor, …” or a quotation with its speaker beside it.
    </Empty>
  )

const markedProposal = (one: Proposed): Marked => ({
  id: one.id,
  span: one.span,
  side: one.side,
  isProposed: true,
  speaker: speakerOf(one),
  says: `${takenWords(one)}: ${one.text}`,
})
