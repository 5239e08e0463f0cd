import { type RawBuilder, sql } from 'kysely'
import { eventText, eventTypeMeaning } from '../../../meaning/event.ts'
import { ClaimStore } from '../../../model/claim/store.ts'
import { StatementStore } from '../../../model/statement/store.ts'
import { listed } from '../../../sql/dialect.ts'
import { atOnce } from '../../../sql/engine.ts'
import type { Origin } from '../../../values/vocabulary.ts'
import type { ExportedGraph } from '../exported-graph.ts'
import {
  calledColumns,
  dateColumns,
  type ListedNode,
  listColumns,
  nodeColumns,
  textColumn,
  wordColumn,
} from './column-groups.ts'
import { countColumn, descriptionColumn, namesElsewhere, reviewColumn, reviewsIn } from './entity-columns.ts'
import { type NodeWith, nodesWith, RowsByKey } from './rows-by-key.ts'
import { type ColumnGroup, tableOf } from './table.ts'

interface EventFacts {
  readonly participants: readonly ListedNode[]
  readonly claims: number
  readonly statementsAbout: number
  readonly review: Origin
}
type Event = NodeWith<'EVENT', EventFacts>

const groups: readonly ColumnGroup<Event>[] = [
  calledColumns('event', 'The event, by its slug.', ({ item }) => item),
  wordColumn('eventType', eventTypeMeaning, ({ item }) => item.type, eventText.type),
  textColumn('eventMode', eventText.mode, ({ item }) => item.mode),
  dateColumns('when', eventText.when, ({ item }) => item.when),
  nodeColumns('place', 'PLACE', eventText.place, ({ item }) => item.place),
  listColumns('participants', eventText.participants, ({ more }) => more.participants),
  countColumn('claims', 'How many claims are about it.', ({ more }) => more.claims),
  countColumn(
    'statementsAbout',
    'How many accepted statements are about it.',
    ({ more }) => more.statementsAbout,
  ),
  reviewColumn,
  descriptionColumn,
  nodeColumns('partOf', 'EVENT', eventText.partOf, ({ item }) => item.partOf),
  ...namesElsewhere,
]

const participantsOf: RawBuilder<ListedNode & { id: number }> = sql`
  select pa.event_id as id, e.slug, e.name, pa.role as "as" from participation pa
  join entity e on e.id = pa.actor_id where pa.event_id in ${listed('ids')} order by pa.event_id, pa.id`

function* events(graph: ExportedGraph): Generator<Event[]> {
  const participants = new RowsByKey(graph.engine, participantsOf)
  const claims = new ClaimStore(graph.engine)
  const statements = new StatementStore(graph.engine)
  const reviews = reviewsIn(graph.engine, 'entity')
  yield* nodesWith(graph, 'EVENT', (keys) => {
    const parties = participants.of(keys)
    const claimed = atOnce(claims.countOfEvents(keys, {}))
    const about = atOnce(statements.countOfEach('about', keys, {}))
    const reviewOf = reviews(keys)
    return (key) => ({
      participants: parties.get(key) ?? [],
      claims: claimed.get(key) ?? 0,
      statementsAbout: about.get(key) ?? 0,
      review: reviewOf(key),
    })
  })
}

export const eventTable = tableOf({ name: 'events', meaning: 'An event.', groups, subjects: events })
