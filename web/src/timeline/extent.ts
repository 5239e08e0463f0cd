import { around, DAY, type Domain } from './domain.ts'
import type { Entry } from './entry.ts'
import type { Setting } from './timeline-query.ts'

type Dated = readonly { readonly when: string | null }[]

const timesOf = (edtf: string, later: number): number[] => {
  const day = /^-?\d{4}(-\d\d(-\d\d)?)?/.exec(edtf)?.[0]
  return day ? [Date.parse(day) + later] : []
}

/** The end of a date, as far as it is known: of what is open, its beginning. */
const endOf = (edtf: string | null | undefined): number[] => {
  const [from = '', until = from] = (edtf ?? '').split('/')
  return timesOf(until === '..' ? from : until, DAY)
}

const startOf = (edtf: string | null | undefined): number[] => timesOf(edtf ?? '', 0)

/** From when to when there is anything, fetched or not. */
export function extentOf(setting: Setting, entries: readonly Entry[], isAboutSome: boolean): Domain {
  const { begin, latestStatements, latestEvents } = setting
  const events: Dated = isAboutSome ? [] : latestEvents.nodes
  const times = [
    ...begin.nodes.flatMap(({ earliest, latest }) => startOf(earliest ?? latest)),
    ...latestStatements.nodes.flatMap(({ saidAt }) => endOf(saidAt)),
    ...events.flatMap(({ when }) => endOf(when)),
    ...entries.flatMap(({ end }) => end ?? []),
  ]
  return around(times, 0.04, DAY)
}
