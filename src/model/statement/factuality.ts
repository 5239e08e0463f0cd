import type { Certainty, Stance } from '../../values/vocabulary.ts'

const certaintyCodes: Record<Certainty, string> = { CERTAIN: 'CT', PROBABLE: 'PR', POSSIBLE: 'PS' }

/** Stance and certainty as FactBank writes them: PR- is “probably not”, Uu unknown. */
export function factuality({
  stance,
  certainty,
}: {
  stance: Stance | null
  certainty: Certainty | null
}): string | null {
  if (stance === null || certainty === null) return null
  if (stance === 'UNCOMMITTED') return 'Uu'
  return `${certaintyCodes[certainty]}${stance === 'AFFIRMS' ? '+' : '-'}`
}
