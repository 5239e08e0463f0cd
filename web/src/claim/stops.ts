import { dayOf } from '../date.ts'
import type { ClaimAnswer } from './claim-type.ts'

/** The days on which something about a claim became known: said, or else published. */
export function stopsOf({ statements }: Pick<ClaimAnswer, 'statements'>): string[] {
  const days = statements.nodes.map(({ saidAt, source }) => dayOf(saidAt ?? source.publishedAt))
  return [...new Set(days.filter((day) => day !== null))].sort()
}

/** The day before, so that the slider begins where nothing was known. */
export function dayBefore(day: string): string {
  const date = new Date(day)
  date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}
