import type { Quote } from './quotes.ts'

/** A sentence, or several that one quotation holds together. */
export interface Unit {
  first: number
  /** exclusive */
  last: number
}

/** The text as parallel arrays: one token is an index. */
export interface Tokens {
  text: string
  begin: number[]
  end: number[]
  word: string[]
  low: string[]
  pos: string[]
  /** Which quotation a token stands in, marks included; -1 is none. */
  quote: number[]
  unit: number[]
  units: Unit[]
  quotes: Quote[]
}
