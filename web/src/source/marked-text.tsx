import { useState } from 'preact/hooks'
import { setParams } from '../location.ts'
import { stanceWord } from '../words.ts'
import { type Segment, segmentsOf } from './segments.ts'
import type { SourceStatement } from './source-query.ts'

interface Props {
  readonly text: string
  readonly language: string | null
  readonly statements: readonly SourceStatement[]
  readonly chosen: string | null
}

type Mark = Segment<SourceStatement>

/** The text of a source as it is, every statement's words marked. It is text: whatever markup it holds is shown, not run. */
export function MarkedText({ text, language, statements, chosen }: Props) {
  const [hovered, setHovered] = useState<Mark | null>(null)
  const segments = segmentsOf(text, statements)
  return (
    <div class="source-text">
      <div class="text" {...(language && { lang: language })}>
        {segments.map((segment) =>
          segment.covering.length === 0 ? (
            segment.text
          ) : (
            <MarkedSegment key={segment.start} segment={segment} chosen={chosen} hover={setHovered} />
          ),
        )}
      </div>
      <p class="hover-note" aria-live="polite">
        {hovered
          ? hovered.covering.map(noteOf).join(' — ')
          : 'Point at marked words to see who says them; click to open.'}
      </p>
    </div>
  )
}

interface SegmentProps {
  readonly segment: Mark
  readonly chosen: string | null
  readonly hover: (segment: Mark | null) => void
}

/** Where several statements share words, each further click opens the next of them. */
function MarkedSegment({ segment, chosen, hover }: SegmentProps) {
  const { covering, text } = segment
  const at = covering.findIndex(({ id }) => id === chosen)
  const next = covering[(at + 1) % covering.length]
  const stances = new Set(covering.map(({ stance }) => (stance ?? 'none').toLowerCase()))
  const names = [
    'span',
    ...(stances.size === 1 ? stances : ['mixed']),
    ...(covering.length > 1 ? ['overlap'] : []),
    ...(covering.every(({ review }) => review === 'PROPOSED') ? ['proposed'] : []),
    ...(at >= 0 ? ['chosen'] : []),
  ]
  return (
    <button
      type="button"
      class={names.join(' ')}
      title={covering.map(noteOf).join('\n')}
      onClick={() => next && setParams({ statement: next.id }, { replace: true })}
      onMouseEnter={() => hover(segment)}
      onMouseLeave={() => hover(null)}
      onFocus={() => hover(segment)}
      onBlur={() => hover(null)}
    >
      {text}
    </button>
  )
}

const noteOf = ({ speaker, stance, claim, text, review }: SourceStatement): string =>
  `${review === 'PROPOSED' ? 'Proposed: ' : ''}${speaker.name} ${stance && claim ? `${stanceWord(stance)}: ${claim.text}` : `says: ${text}`}`
