import { isInstant } from '../../../values/date.ts'
import { dayOf } from '../../../values/days.ts'

/**
 * When something was said, as DNA writes it. It knows nothing but moments, so that of a longer time its first day stands
 * there; where no day of a statement is known, that of its source.
 */
export function dnaTime(said: string | null, earliest: number | null, latest: number | null): string {
  const at = earliest ?? latest
  const day = dayOf(at)
  if (at === null || day === null) return ''
  const time = said !== null && isInstant(said) ? new Date(at).toISOString().slice(11, 19) : '00:00:00'
  return `${day} ${time}`
}
