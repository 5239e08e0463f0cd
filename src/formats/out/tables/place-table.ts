import { placePrecisionMeaning, placeText } from '../../../meaning/place.ts'
import { EventStore } from '../../../model/event/store.ts'
import { StatementStore } from '../../../model/statement/store.ts'
import { atOnce } from '../../../sql/engine.ts'
import type { Origin } from '../../../values/vocabulary.ts'
import type { ExportedGraph } from '../exported-graph.ts'
import { calledColumns, nodeColumns, textColumn, valueColumn, wordColumn } from './column-groups.ts'
import { countColumn, descriptionColumn, namesElsewhere, reviewColumn, reviewsIn } from './entity-columns.ts'
import { type NodeWith, nodesWith } from './rows-by-key.ts'
import { type ColumnGroup, tableOf } from './table.ts'

interface PlaceFacts {
  readonly events: number
  readonly statementsAbout: number
  readonly review: Origin
}
type Place = NodeWith<'PLACE', PlaceFacts>

const groups: readonly ColumnGroup<Place>[] = [
  calledColumns('place', 'The place, by its slug.', ({ item }) => item),
  descriptionColumn,
  nodeColumns('partOf', 'PLACE', placeText.partOf, ({ item }) => item.partOf),
  valueColumn('latitude', 'number', placeText.latitude, ({ item }) => item.latitude),
  valueColumn('longitude', 'number', placeText.longitude, ({ item }) => item.longitude),
  wordColumn('precision', placePrecisionMeaning, ({ item }) => item.precision, placeText.precision),
  countColumn('events', 'How many events are at the place itself.', ({ more }) => more.events),
  countColumn(
    'statementsAbout',
    'How many accepted statements are about it.',
    ({ more }) => more.statementsAbout,
  ),
  reviewColumn,
  textColumn('iso3166_2', 'The code of a country’s subdivision (ISO 3166-2).', ({ item }) => item.iso3166_2),
  ...namesElsewhere,
]

function* places(graph: ExportedGraph): Generator<Place[]> {
  const events = new EventStore(graph.engine)
  const statements = new StatementStore(graph.engine)
  const reviews = reviewsIn(graph.engine, 'entity')
  yield* nodesWith(graph, 'PLACE', (keys) => {
    const atPlaces = atOnce(events.countOfPlaces(keys, null))
    const about = atOnce(statements.countOfEach('about', keys, {}))
    const reviewOf = reviews(keys)
    return (key) => ({
      events: atPlaces.get(key) ?? 0,
      statementsAbout: about.get(key) ?? 0,
      review: reviewOf(key),
    })
  })
}

export const placeTable = tableOf({ name: 'places', meaning: 'A place.', groups, subjects: places })
