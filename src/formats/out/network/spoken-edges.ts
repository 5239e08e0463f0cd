import { type RawBuilder, sql } from 'kysely'
import { slot } from '../../../sql/build.ts'
import { upTo } from '../../../sql/dialect.ts'
import { atOnce } from '../../../sql/engine.ts'
import { dayOf } from '../../../values/days.ts'
import type { Stance } from '../../../values/vocabulary.ts'
import type { ExportedGraph } from '../exported-graph.ts'
import type { NetworkEdge } from './network-parts.ts'

/** What one actor, or others on its behalf, said about another. */
interface Spoken {
  readonly from: number
  readonly to: number
  readonly counts: Record<Stance | 'NONE', number>
  first: number | null
  last: number | null
}

interface AboutRow {
  readonly statement: number
  readonly from: number
  readonly to: number
  readonly stance: Stance | null
  readonly earliest: number | null
  readonly latest: number | null
}

const PAGE = 5_000

const aboutAfter: RawBuilder<AboutRow> = sql`
  select a.statement_id as statement, a.principal_id as "from", a.entity_id as "to", s.stance,
    s.said_earliest as earliest, s.said_latest as latest
  from statement_about a cross join statement s
  where (a.statement_id, a.entity_id) > (${slot('statement')}, ${slot('entity')}) and s.id = a.statement_id
    and a.review = 'ACCEPTED'
  order by a.statement_id, a.entity_id limit ${upTo('limit')}`

/** Who spoke about whom, in accepted statements: one edge for each two, however often. */
export function* spokenEdges(
  graph: ExportedGraph,
  slugs: ReadonlyMap<number, string>,
): Generator<NetworkEdge> {
  for (const { from, to, counts, first, last } of spokenPairs(graph, slugs).values()) {
    const [source = '', target = ''] = [slugs.get(from), slugs.get(to)]
    yield {
      ...{ id: `speaks-about:${source}:${target}`, from: source, to: target },
      weight: counts.AFFIRMS + counts.DENIES + counts.UNCOMMITTED + counts.NONE,
      values: {
        kind: 'SPEAKS_ABOUT',
        mutual: false,
        affirms: counts.AFFIRMS,
        denies: counts.DENIES,
        uncommitted: counts.UNCOMMITTED,
        withoutStance: counts.NONE,
        firstDay: dayOf(first),
        lastDay: dayOf(last),
      },
    }
  }
}

function spokenPairs(graph: ExportedGraph, slugs: ReadonlyMap<number, string>): Map<string, Spoken> {
  const pairs = new Map<string, Spoken>()
  const rows = graph.engine.prepare(aboutAfter)
  let [statement, entity] = [0, 0]
  for (;;) {
    const page = atOnce(rows.all({ statement, entity, limit: PAGE }))
    const end = page.at(-1)
    if (!end) return pairs
    for (const row of page)
      if (slugs.has(row.from) && slugs.has(row.to) && graph.scope.has('STATEMENT', row.statement))
        count(pairs, row)
    ;[statement, entity] = [end.statement, end.to]
  }
}

function count(pairs: Map<string, Spoken>, { from, to, stance, earliest, latest }: AboutRow): void {
  const key = `${from} ${to}`
  const known = pairs.get(key)
  const counts = { AFFIRMS: 0, DENIES: 0, UNCOMMITTED: 0, NONE: 0 }
  const spoken = known ?? { from, to, counts, first: null, last: null }
  if (!known) pairs.set(key, spoken)
  spoken.counts[stance ?? 'NONE']++
  if (earliest !== null) spoken.first = Math.min(spoken.first ?? earliest, earliest)
  if (latest !== null) spoken.last = Math.max(spoken.last ?? latest, latest)
}
