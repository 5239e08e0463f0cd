import { dateText, isUndated, saidText } from '../kit/date.ts'
import { isolated } from '../kit/isolated.ts'
import type { EventEntry, Setting, StatementEntry, TimelineAnswer } from './timeline-query.ts'
import type { TimelineType } from './timeline-type.ts'

export type Happening = EventEntry | StatementEntry

/** Something with a place in time: from when to when it may be; an open end is null. */
export interface Entry {
  readonly node: Happening
  readonly when: string | null
  readonly start: number | null
  readonly end: number | null
  /** Said on a day not known, by the day on which its source appeared. */
  readonly isSaidBy: boolean
}

export function datedOf({ timeline }: TimelineAnswer): Entry[] {
  return timeline.nodes.flatMap(({ node, when, earliest, latest }) =>
    node.__typename !== 'Event' && node.__typename !== 'Statement'
      ? []
      : earliest === null && latest === null
        ? []
        : [{ node, when, start: instant(earliest), end: instant(latest), isSaidBy: isSaidBy(node, when) }],
  )
}

/** The timeline gives such a statement a date that it does not have itself. */
const isSaidBy = (node: Happening, when: string | null): boolean =>
  node.__typename === 'Statement' && node.saidAt !== when

const instant = (text: string | null): number | null => (text === null ? null : Date.parse(text))

/** Events and statements of which no time is known: all, or the last of them. */
export function undatedOf(setting: Setting, types: readonly TimelineType[]): Happening[] {
  const about = (setting.lastAbout?.nodes ?? [])
    .filter((entry) => entry.earliest === null && entry.latest === null)
    .flatMap(({ node }) => (node.__typename === 'Event' || node.__typename === 'Statement' ? [node] : []))
  const others: Happening[] = [
    ...(setting.lastEvents?.nodes ?? []).filter(({ when }) => when === null),
    ...setting.lastStatements.nodes.filter(isUndated),
  ]
  const byId = new Map([...about, ...others].map((node) => [node.id, node]))
  return [...byId.values()].filter((node) => types.includes(typeOf(node)))
}

export const typeOf = (node: Happening): TimelineType => (node.__typename === 'Event' ? 'EVENT' : 'STATEMENT')

export const hrefOf = (node: Happening): string =>
  node.__typename === 'Event' ? `/event/${node.slug}` : `/statement/${node.id}`

export const whenText = (node: Happening, when: string | null): string | null =>
  node.__typename === 'Event' ? dateText(when) : saidText(when)

export const happeningTitle = (node: Happening): string =>
  node.__typename === 'Event' ? node.name : `${node.speaker.name}: ${node.text}`

/** The same where it is drawn: who speaks and what is said are each kept in their own direction. */
export const drawnTitle = (node: Happening): string =>
  node.__typename === 'Event' ? isolated(node.name) : `${isolated(node.speaker.name)}: ${isolated(node.text)}`
