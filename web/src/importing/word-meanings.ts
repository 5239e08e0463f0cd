import { objectOf } from './mapped-uses.ts'
import type { MappedConstant, MappedValue, Mapping } from './mapping.ts'

/** What each text of a column becomes. */
export type WordMeanings = Readonly<Record<string, MappedConstant>>

interface WordedValue {
  readonly value: MappedValue
  readonly mapping: Mapping
  /** The words that the field takes. */
  readonly values: readonly string[]
}

/** The table that a value has, or the one under the mapping's words that it names; without one, each word of the field is itself. */
export function tableOf({ value, mapping, values }: WordedValue): WordMeanings {
  const { words } = objectOf(value)
  if (typeof words === 'string') return mapping.words?.[words] ?? {}
  return words ?? Object.fromEntries(values.map((word) => [word, word]))
}
