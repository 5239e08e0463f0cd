import { affiliationRoleMeaning, affiliationText } from '../../../meaning/actor.ts'
import { participantRoleMeaning, participationText } from '../../../meaning/event.ts'
import type { ExportedGraph, ItemOfType } from '../exported-graph.ts'
import { calledColumns, dateColumns, nodeColumns, textColumn, wordColumn } from './column-groups.ts'
import { tableOf } from './table.ts'

type ActorItem = ItemOfType['ACTOR']
interface Affiliation {
  readonly actor: ActorItem
  readonly tie: NonNullable<ActorItem['affiliations']>[number]
}

function* affiliations(graph: ExportedGraph): Generator<Affiliation[]> {
  for (const page of graph.pages('ACTOR'))
    yield page.flatMap(({ item: actor }) => (actor.affiliations ?? []).map((tie) => ({ actor, tie })))
}

export const affiliationTable = tableOf<Affiliation>({
  name: 'affiliations',
  meaning: 'How an actor belongs to another actor.',
  groups: [
    calledColumns('actor', 'The actor that belongs, by its slug.', ({ actor }) => actor),
    nodeColumns('organization', 'ACTOR', affiliationText.organization, ({ tie }) => tie.organization),
    wordColumn('role', affiliationRoleMeaning, ({ tie }) => tie.role, affiliationText.role),
    textColumn('title', affiliationText.title, ({ tie }) => tie.title),
    dateColumns('since', affiliationText.from, ({ tie }) => tie.from),
    dateColumns('until', affiliationText.until, ({ tie }) => tie.until),
  ],
  subjects: affiliations,
})

type EventItem = ItemOfType['EVENT']
interface Participation {
  readonly event: EventItem
  readonly part: NonNullable<EventItem['participants']>[number]
}

function* participations(graph: ExportedGraph): Generator<Participation[]> {
  for (const page of graph.pages('EVENT'))
    yield page.flatMap(({ item: event }) => (event.participants ?? []).map((part) => ({ event, part })))
}

export const participantTable = tableOf<Participation>({
  name: 'participants',
  meaning: 'The part that an actor undisputedly takes in an event.',
  groups: [
    calledColumns('event', 'The event, by its slug.', ({ event }) => event),
    nodeColumns('actor', 'ACTOR', participationText.actor, ({ part }) => part.actor),
    wordColumn('role', participantRoleMeaning, ({ part }) => part.role, participationText.role),
  ],
  subjects: participations,
})
