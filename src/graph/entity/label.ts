import type { LabelRecord } from './store.ts'

/** Longer than any language tag needs to be (RFC 5646, 4.4.1). */
const LONGEST_TAG = 35

/**
 * The name to show in a language, as BCP 47 has it looked up (RFC 4647): case does not count, and where there is none in
 * uk-UA, one in uk will do.
 */
export function labelIn(labels: readonly LabelRecord[], language: string): LabelRecord | undefined {
  const subtags = language.slice(0, LONGEST_TAG).toLowerCase().split('-')
  for (let length = subtags.length; length > 0; length--) {
    const tag = subtags.slice(0, length).join('-')
    const found = labels.filter(({ lang }) => lang.toLowerCase() === tag)
    if (found.length > 0) return found.find(({ preferred }) => preferred) ?? found[0]
  }
  return undefined
}
