import { VoiceStore } from '../../../model/positions/voice-store.ts'
import { atOnce } from '../../../sql/engine.ts'
import type { ExportedGraph } from '../exported-graph.ts'
import { reviewsIn } from '../tables/entity-columns.ts'
import type { TallyCounter } from '../tally.ts'
import type { NetworkNode } from './network-parts.ts'

/** The accepted actors. Their keys are kept, so that no edge leads to somebody who is not there. */
export function* networkNodes(
  graph: ExportedGraph,
  slugs: Map<number, string>,
  tally: TallyCounter,
): Generator<NetworkNode> {
  const voices = new VoiceStore(graph.engine)
  const reviews = reviewsIn(graph.engine, 'entity')
  for (const page of graph.pages('ACTOR')) {
    const keys = page.map(({ key }) => key)
    const counts = new Map(atOnce(voices.counts(keys, null)).map((row) => [row.id, row]))
    const reviewOf = reviews(keys)
    for (const { key, item } of page) {
      if (reviewOf(key) !== 'ACCEPTED') {
        tally.leave('proposed actors')
        continue
      }
      slugs.set(key, item.slug)
      tally.wrote('actors')
      const said = counts.get(key)
      yield {
        id: item.slug,
        label: item.name,
        values: {
          ...{ type: item.type, kind: item.kind, country: item.iso3166, unnamed: item.unnamed ?? false },
          statements: said?.said ?? 0,
          statementsForOthers: said?.forOthers ?? 0,
          statementsOnItsBehalf: said?.byOthers ?? 0,
        },
      }
    }
  }
}
