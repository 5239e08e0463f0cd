import type { SearchTerm } from './search-terms.ts'
import { type WordPiece, wordsIn } from './words.ts'

/** A place where a term stands in a text. */
export interface Mark {
  readonly start: number
  readonly end: number
  /** The number of the term. */
  readonly term: number
}

/** The places where any of the terms stand, in the order of the text, one after the other as far as they are asked for. */
export function* searchMarksIn(text: string, terms: readonly SearchTerm[]): Generator<Mark> {
  const wanted = terms.map(matcherOf)
  const recent: WordPiece[] = []
  const longest = Math.max(1, ...terms.map(({ tokens }) => tokens.length))
  for (const word of wordsIn(text)) {
    for (const piece of word.pieces) {
      recent.push(piece)
      if (recent.length > longest) recent.shift()
      for (const [term, { endsWith }] of wanted.entries()) {
        const start = endsWith(recent)
        if (start !== null) yield { start, end: piece.end, term }
      }
    }
    for (const [term, { isWhole }] of wanted.entries())
      if (word.joined.some(isWhole)) yield { start: word.start, end: word.end, term }
  }
}

interface Matcher {
  /** The begin of the term if it ends with the last of these pieces. */
  readonly endsWith: (recent: readonly WordPiece[]) => number | null
  readonly isWhole: (joined: string) => boolean
}

function matcherOf({ tokens, others, isPhrase, isPrefix }: SearchTerm): Matcher {
  const single = isPhrase || tokens.length > 1 ? others : [...tokens, ...others]
  const isSame = (wanted: string, token: string) => (isPrefix ? token.startsWith(wanted) : token === wanted)
  const isSingle = (token: string) => single.some((wanted) => isSame(wanted, token))
  const isAt = (piece: WordPiece | undefined, index: number) => {
    const wanted = tokens[index] as string
    return (
      piece !== undefined &&
      (index === tokens.length - 1 ? isSame(wanted, piece.token) : piece.token === wanted)
    )
  }
  return {
    isWhole: isSingle,
    endsWith(recent) {
      const first = recent.length - tokens.length
      if (tokens.every((_, index) => isAt(recent[first + index], index))) return recent[first]?.start ?? null
      const last = recent.at(-1)
      return last && (isSingle(last.token) || last.forms.some(isSingle)) ? last.start : null
    },
  }
}
