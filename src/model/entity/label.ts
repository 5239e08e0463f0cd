import { askedLanguage, distanceFrom } from '../../text/language.ts'
import type { LabelRecord } from './store.ts'

/** The name to show in a language: the one whose language comes nearest, and of several in that the preferred one. */
export function labelIn(labels: readonly LabelRecord[], language: string): LabelRecord | undefined {
  const asked = askedLanguage(language)
  if (!asked) return undefined
  let best: { label: LabelRecord; distance: number } | undefined
  for (const label of labels) {
    const distance = distanceFrom(asked, label.lang)
    if (distance === null) continue
    const isNearer = !best || distance < best.distance
    const isPreferred = best?.distance === distance && label.preferred > best.label.preferred
    if (isNearer || isPreferred) best = { label, distance }
  }
  return best?.label
}
