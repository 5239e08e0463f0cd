import './marks.css'
import type { ComponentChildren } from 'preact'
import { sideWord, stanceWord, type Taken, takenWords } from '../kit/words.ts'

type Look = 'affirms' | 'uncommitted' | 'denies'

const signs: Readonly<Record<Look, string>> = { affirms: '+', uncommitted: '?', denies: '−' }

/** How a side, or a stance that nothing is known to weaken, looks: in marks, and in what carries the same colours. */
export const lookOf = (side: string): Look =>
  side === 'AFFIRMS' ? 'affirms' : side === 'DENIES' ? 'denies' : 'uncommitted'

interface MarkProps {
  readonly look: Look
  /** Without the words, where they stand beside it. */
  readonly bare?: boolean
  readonly children: ComponentChildren
}

/** By sign, shape, word and colour, so that no one of them has to be seen. */
const Mark = ({ look, bare = false, children }: MarkProps) => (
  <span class={`stance ${look}`}>
    <span class="sign" aria-hidden="true">
      {signs[look]}
    </span>
    <span class={bare ? 'visually-hidden' : undefined}>{children}</span>
  </span>
)

/** A side of a claim, as a heading of those who are on it. */
export const SideMark = ({ side }: { readonly side: string }) => (
  <Mark look={lookOf(side)}>{sideWord(side)}</Mark>
)

/** A stance as such, to choose by. */
export const StanceMark = ({ stance }: { readonly stance: string }) => (
  <Mark look={lookOf(stance)}>{stanceWord(stance)}</Mark>
)

interface TakenProps {
  readonly of: {
    readonly stance: string | null
    readonly certainty: string | null
    readonly side: string | null
  }
  readonly bare?: boolean
}

/** What a statement or a position comes to: it looks like its side. */
export function TakenMark({ of: { stance, certainty, side }, bare = false }: TakenProps) {
  if (!stance) return null
  const taken: Taken = { stance, certainty, side }
  return (
    <Mark look={lookOf(side ?? stance)} bare={bare}>
      {takenWords(taken)}
    </Mark>
  )
}
