import { itemAt } from '../../values/item-at.ts'
import type { Quote } from './quotes.ts'

/** A sentence, or several that one quotation holds together. */
export interface Unit {
  first: number
  /** exclusive */
  last: number
}

/** The parts of speech that the tagger gives. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SPACE'
  | 'SYM'
  | 'VERB'
  | 'X'

/** The text as parallel arrays: one token is an index. Beyond either end there is a token without a word. */
export class Tokens {
  readonly text: string
  readonly begin: number[] = []
  readonly end: number[] = []
  readonly word: string[] = []
  readonly low: string[] = []
  readonly pos: PartOfSpeech[] = []
  /** The number of the quotation in which a token stands, marks included; -1 is none. */
  readonly quote: number[] = []
  readonly unit: number[] = []
  readonly units: Unit[] = []
  readonly quotes: readonly Quote[]

  constructor(text: string, quotes: readonly Quote[]) {
    this.text = text
    this.quotes = quotes
  }

  /** The word as it is written. */
  wordAt(i: number): string {
    return this.word[i] ?? ''
  }

  /** The word in small letters, with a plain apostrophe. */
  lowAt(i: number): string {
    return this.low[i] ?? ''
  }

  posAt(i: number): PartOfSpeech | '' {
    return this.pos[i] ?? ''
  }

  beginAt(i: number): number {
    return this.begin[i] ?? this.text.length
  }

  endAt(i: number): number {
    return this.end[i] ?? 0
  }

  quoteAt(i: number): number {
    return this.quote[i] ?? -1
  }

  isQuoted(i: number): boolean {
    return this.quoteAt(i) >= 0
  }

  unitAt(u: number): Unit {
    return itemAt(this.units, u)
  }

  /** The number of the unit in which a token stands. */
  unitOf(i: number): number {
    return itemAt(this.unit, i)
  }
}
