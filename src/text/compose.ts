import { countWhile } from './in-order.ts'

/** A letter with its marks; of Korean, which composes letters of equal rank, a syllable. */
const composablePiece = /(?:[\u1100-\u115f][\u1160-\u11a7]*[\u11a8-\u11ff]*|\P{M})\p{M}*|\p{M}+/gsu

/** A piece of a text that is another when composed. */
interface ComposedPiece {
  readonly start: number
  readonly end: number
  /** The number of units by which all that follows is moved. */
  readonly shift: number
}

/**
 * A function from offsets in a text to those in the same text composed (NFC), both in UTF-16 code units; null for what
 * lies within what becomes one letter.
 */
export function composedOffsets(text: string): (offset: number) => number | null {
  const changes = changesIn(text)
  return (offset) => {
    const before = changes[countWhile(changes, ({ start }) => start < offset) - 1]
    if (!before) return offset
    return offset < before.end ? null : offset + before.shift
  }
}

function changesIn(text: string): ComposedPiece[] {
  const changes: ComposedPiece[] = []
  let shift = 0
  for (const { 0: given, index } of text.matchAll(composablePiece)) {
    const composed = given.normalize('NFC')
    if (composed === given) continue
    shift += composed.length - given.length
    changes.push({ start: index, end: index + given.length, shift })
  }
  return changes
}
