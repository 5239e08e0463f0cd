import './marked-text.css'
import { isOurs } from '../kit/link.tsx'
import { searchOf } from '../kit/location.ts'
import { type Segment, type Spanned, segmentsOf } from './segments.ts'
import { lookOf } from './stance-mark.tsx'

/** What is marked in a text: a statement, stored or proposed. */
export interface Marked extends Spanned {
  readonly id: string
  readonly side: string | null
  readonly isProposed: boolean
  readonly speaker: string
  /** The stance taken and on what, or what is said. */
  readonly says: string
}

interface MarkedTextProps {
  readonly text: string
  readonly language: string | null
  readonly marked: readonly Marked[]
  readonly chosen: string | null
  /** What the pointer or the focus is on, here or in the list beside it. */
  readonly pointed: readonly string[]
  readonly point: (ids: readonly string[]) => void
  readonly choose: (id: string) => void
}

/** A text as it is, every statement's words marked. It is text: whatever markup it holds is shown, not run. */
export function MarkedText({ text, language, marked, ...rest }: MarkedTextProps) {
  const notes = marked.filter(({ id }) => rest.pointed.includes(id)).map(noteOf)
  return (
    <div class="source-text">
      <div class="text" dir="auto" {...(language && { lang: language })}>
        {segmentsOf(text, marked).map((segment) => (
          <MarkedSegment key={segment.start} segment={segment} {...rest} />
        ))}
      </div>
      {marked.length > 0 && (
        <p class="hover-note" aria-live="polite">
          {notes.join(' — ') || 'Point at marked words to see who says them; click to open.'}
        </p>
      )}
    </div>
  )
}

type SegmentProps = Pick<MarkedTextProps, 'chosen' | 'pointed' | 'point' | 'choose'> & {
  readonly segment: Segment<Marked>
}

/**
 * A link, for a button is a box that no line breaks within. Where several statements share words, each further click
 * opens the next of them.
 */
function MarkedSegment({ segment, chosen, pointed, point, choose }: SegmentProps) {
  const { covering, text, start } = segment
  const next = covering[covering.findIndex(({ id }) => id === chosen) + 1] ?? covering[0]
  if (!next) return <>{text}</>
  const open = (event: MouseEvent) => {
    if (!isOurs(event)) return
    event.preventDefault()
    choose(next.id)
  }
  const enter = () => point(covering.map(({ id }) => id))
  const leave = () => point([])
  return (
    <a
      id={markId(start)}
      href={searchOf({ statement: next.id }, new URLSearchParams(location.search))}
      class={classOf(covering, chosen, pointed)}
      title={covering.map(noteOf).join('\n')}
      onClick={open}
      onMouseEnter={enter}
      onMouseLeave={leave}
      onFocus={enter}
      onBlur={leave}
    >
      {text}
    </a>
  )
}

function classOf(covering: readonly Marked[], chosen: string | null, pointed: readonly string[]): string {
  const looks = new Set(covering.map(({ side }) => (side ? lookOf(side) : 'none')))
  return [
    'span',
    ...(looks.size === 1 ? looks : ['mixed']),
    ...(covering.length > 1 ? ['overlap'] : []),
    ...(covering.every(({ isProposed }) => isProposed) ? ['proposed'] : []),
    ...(covering.some(({ id }) => id === chosen) ? ['chosen'] : []),
    ...(covering.some(({ id }) => pointed.includes(id)) ? ['pointed'] : []),
  ].join(' ')
}

/** Every span begins a stretch of its own, so that its first words are found by where it begins. */
export const markId = (start: number): string => `mark-${start}`

const noteOf = ({ isProposed, speaker, says }: Marked): string =>
  `${isProposed ? 'Proposed: ' : ''}${speaker} ${says}`
