import { parseEdtf } from '../../../src/values/date.ts'
import { DAY, type Domain, domainAround } from './domain.ts'
import type { Entry } from './entry.ts'
import type { Setting } from './timeline-query.ts'

/** The end of a date, as far as it is known: of what is open, its beginning. */
const knownEnd = (edtf: string | null): number[] => {
  const date = parseEdtf(edtf ?? '')
  const end = date && (date.latest ?? date.earliest)
  return end === null ? [] : [end]
}

/** From when to when there is anything, fetched or not. */
export function extentOf(setting: Setting, entries: readonly Entry[], isAboutSome: boolean): Domain {
  const { begin, latestStatements, latestEvents } = setting
  const times = [
    ...begin.nodes.flatMap(({ earliest, latest }) => knownEnd(earliest ?? latest)),
    ...latestStatements.nodes.flatMap(({ saidAt, source }) => knownEnd(saidAt ?? source.publishedAt)),
    ...(isAboutSome ? [] : latestEvents.nodes.flatMap(({ when }) => knownEnd(when))),
    ...entries.flatMap(({ end }) => end ?? []),
  ]
  return domainAround(times, 0.04, DAY)
}
