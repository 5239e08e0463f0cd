import { saidText } from '../kit/date.ts'
import { plain } from '../kit/words.ts'
import { NodeLinks } from '../page/node-links.tsx'
import { Factuality } from '../statement/factuality.tsx'
import { lookOf, TakenMark } from '../statement/stance-mark.tsx'
import { Words } from '../statement/words.tsx'
import { ClaimCandidates, ProposedClaim } from './proposed-claim.tsx'
import { ProposedSpeaker } from './proposed-speaker.tsx'
import { type Proposed, speakerOf } from './read-query.ts'

interface ProposedCardProps {
  readonly proposed: Proposed
  /** The statement in which it is reported. */
  readonly outer: Proposed | undefined
  readonly showInText: () => void
}

/** One statement that the report seems to make, with what there is to judge it by. */
export const ProposedCard = ({ proposed, outer, showInText }: ProposedCardProps) => (
  <article class={`statement proposed ${lookOf(proposed.side)}`}>
    <ProposedSpeaker proposed={proposed} />
    <Words text={proposed.text} quoteType={proposed.quoteType} />
    <p class="on-claim">
      <TakenMark of={proposed} /> <Factuality value={proposed.factuality} />
      {' · '}
      <ProposedClaim proposed={proposed} />
    </p>
    <ClaimCandidates proposed={proposed} />
    <p class="statement-foot">
      {saidHow(proposed)}
      {outer && ` · as ${speakerOf(outer)} tells it`}
      <About about={proposed.about} />
      {' · '}
      <button type="button" class="text-button" onClick={showInText}>
        Show in the text
      </button>
    </p>
  </article>
)

function saidHow({ saidAt, quoteType, cue }: Proposed): string {
  const said = saidText(saidAt)
  return `${said ? `said ${said} · ` : ''}${plain(quoteType)}, by “${cue}”`
}

const About = ({ about }: Pick<Proposed, 'about'>) =>
  about.length === 0 ? null : (
    <>
      {' · about '}
      <NodeLinks nodes={about} />
    </>
  )
