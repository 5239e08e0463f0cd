import type { EventEntry, StatementEntry, TimelineAnswer } from './timeline-query.ts'

export type Happening = EventEntry | StatementEntry

/** Something with a place in time: from when to when it may be; an open end is null. */
export interface Entry {
  readonly node: Happening
  readonly when: string | null
  readonly start: number | null
  readonly end: number | null
}

export function datedOf({ timeline }: TimelineAnswer): Entry[] {
  return timeline.nodes.flatMap(({ node, when, earliest, latest }) =>
    node.__typename !== 'Event' && node.__typename !== 'Statement'
      ? []
      : earliest === null && latest === null
        ? []
        : [{ node, when, start: instant(earliest), end: instant(latest) }],
  )
}

const instant = (text: string | null): number | null => (text === null ? null : Date.parse(text))

/** Events and statements of which no time is known. */
export function undatedOf(answer: TimelineAnswer, isAboutSome: boolean): Happening[] {
  const inTimeline = answer.timeline.nodes
    .filter(({ earliest, latest }) => earliest === null && latest === null)
    .flatMap(({ node }) => (node.__typename === 'Event' || node.__typename === 'Statement' ? [node] : []))
  const others: Happening[] = [
    // Whether an event belongs to what is asked about, only the timeline knows.
    ...(isAboutSome ? [] : answer.lastEvents.nodes.filter(({ when }) => when === null)),
    ...answer.lastStatements.nodes.filter(({ saidAt }) => saidAt === null),
  ]
  const byId = new Map([...inTimeline, ...others].map((node) => [node.id, node]))
  return [...byId.values()]
}

export const hrefOf = (node: Happening): string =>
  node.__typename === 'Event' ? `/event/${node.slug}` : `/statement/${node.id}`

export const titleOf = (node: Happening): string =>
  node.__typename === 'Event' ? node.name : `${node.speaker.name}: ${node.text}`
