import { languageName } from '../reports/formats/language.ts'
import type { KnownAndNew, ReadingSummary, SpeakerCounts, Totals } from '../reports/writing/summary.ts'

/** The line that tells what came of one report. */
export function summaryLine({
  source,
  isKnown,
  earlier,
  unread,
  statements,
  accepted,
  speakers,
  claims,
}: ReadingSummary): string {
  if (isKnown)
    return `${source}: read before${accepted > 0 ? `; ${countText(accepted, 'statement')} accepted now` : ', nothing changed'}`
  if (unread !== undefined)
    return `${source}: in ${languageName(unread)} (${unread}), which is not read; stored without statements. ${READ}`
  const state = accepted > 0 ? 'accepted' : 'proposed'
  const before = earlier
    ? `${earlier.relation === 'VERSION' ? 'a later version' : 'a copy'} of ${earlier.slug}, ` +
      `${countText(earlier.same, 'statement')} the same as there; `
    : ''
  return (
    `${source}: ${before}${countText(statements, 'statement')} ${state}, ` +
    `speakers ${splitSpeakers(speakers)}, claims ${split(claims, 'matched')}`
  )
}

const READ = 'English, Russian and Ukrainian are read.'

export function totalLines(totals: Totals): string[] {
  const { reports, known, unread, statements, accepted, speakers, claims } = totals
  if (reports < 2) return []
  const before = known > 0 ? `, ${known} of them read before` : ''
  const other =
    unread > 0 ? `, ${unread} in ${unread === 1 ? 'a language that is' : 'languages that are'} not read` : ''
  const taken = accepted > 0 ? `, ${accepted} accepted` : ''
  return [
    `Together: ${reports} reports${before}${other}; ${countText(statements, 'statement')}${taken}, ` +
      `speakers ${splitSpeakers(speakers)}, claims ${split(claims, 'matched')}`,
  ]
}

/** The line that tells what was proposed and does not count yet. */
export function proposedLines({ statements, accepted, speakers, claims }: Totals): string[] {
  if (accepted > 0 || statements === 0) return []
  const made = [
    countText(statements, 'statement'),
    countText(speakers.new, 'new actor'),
    countText(claims.new, 'new claim'),
  ]
  return [`Proposed: ${made.join(', ')}. They count nowhere until the same is read with --accept.`]
}

const split = (counts: KnownAndNew, known: string): string => `${counts.known} ${known} and ${counts.new} new`

const splitSpeakers = (counts: SpeakerCounts): string =>
  counts.unnamed === 0
    ? split(counts, 'known')
    : `${counts.known} known, ${counts.new} new and ${counts.unnamed} unnamed`

export const countText = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
