import { type RawBuilder, sql } from 'kysely'
import { actorText, actorTypeMeaning, organizationKindMeaning } from '../../../meaning/actor.ts'
import { reliabilityMeaning } from '../../../meaning/source.ts'
import { VoiceStore } from '../../../model/positions/voice-store.ts'
import { listed } from '../../../sql/dialect.ts'
import { atOnce } from '../../../sql/engine.ts'
import type { Origin } from '../../../values/vocabulary.ts'
import type { ExportedGraph } from '../exported-graph.ts'
import {
  calledColumns,
  type ListedNode,
  listColumns,
  nodeColumns,
  textColumn,
  valueColumn,
  wordColumn,
} from './column-groups.ts'
import { countColumn, descriptionColumn, namesElsewhere, reviewColumn, reviewsIn } from './entity-columns.ts'
import { type NodeWith, nodesWith, RowsByKey } from './rows-by-key.ts'
import { type ColumnGroup, tableOf } from './table.ts'

interface ActorFacts {
  readonly said: number
  readonly forOthers: number
  readonly byOthers: number
  readonly affiliations: readonly ListedNode[]
  readonly review: Origin
}
type Actor = NodeWith<'ACTOR', ActorFacts>

const groups: readonly ColumnGroup<Actor>[] = [
  calledColumns('actor', 'The actor, by its slug.', ({ item }) => item),
  wordColumn('actorType', actorTypeMeaning, ({ item }) => item.type, actorText.type),
  wordColumn('organizationKind', organizationKindMeaning, ({ item }) => item.kind, actorText.kind),
  descriptionColumn,
  countColumn('inItsOwnVoice', 'How many accepted statements it made itself.', ({ more }) => more.said),
  countColumn('ofTheseForOthers', 'How many of them on behalf of another.', ({ more }) => more.forOthers),
  countColumn(
    'byOthersOnItsBehalf',
    'How many accepted statements others made on its behalf.',
    ({ more }) => more.byOthers,
  ),
  listColumns('affiliations', actorText.affiliations, ({ more }) => more.affiliations),
  reviewColumn,
  valueColumn('unnamed', 'boolean', actorText.unnamed, ({ item }) => item.unnamed ?? false),
  textColumn('iso3166', actorText.iso3166, ({ item }) => item.iso3166),
  nodeColumns('allegiance', 'ACTOR', actorText.allegiance, ({ item }) => item.allegiance),
  wordColumn('reliability', reliabilityMeaning, ({ item }) => item.reliability, actorText.reliability),
  ...namesElsewhere,
]

const affiliationsOf: RawBuilder<ListedNode & { id: number }> = sql`
  select f.actor_id as id, e.slug, e.name, f.role as "as" from affiliation f
  join entity e on e.id = f.organization_id where f.actor_id in ${listed('ids')} order by f.actor_id, f.id`

function* actors(graph: ExportedGraph): Generator<Actor[]> {
  const voices = new VoiceStore(graph.engine)
  const affiliations = new RowsByKey(graph.engine, affiliationsOf)
  const reviews = reviewsIn(graph.engine, 'entity')
  yield* nodesWith(graph, 'ACTOR', (keys) => {
    const counts = new Map(atOnce(voices.counts(keys, null)).map((row) => [row.id, row]))
    const ties = affiliations.of(keys)
    const reviewOf = reviews(keys)
    return (key) => {
      const { said, forOthers, byOthers } = counts.get(key) ?? { said: 0, forOthers: 0, byOthers: 0 }
      return { said, forOthers, byOthers, affiliations: ties.get(key) ?? [], review: reviewOf(key) }
    }
  })
}

export const actorTable = tableOf({ name: 'actors', meaning: 'An actor.', groups, subjects: actors })
