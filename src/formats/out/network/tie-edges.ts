import { type RawBuilder, sql } from 'kysely'
import { slot } from '../../../sql/build.ts'
import { upTo } from '../../../sql/dialect.ts'
import { atOnce } from '../../../sql/engine.ts'
import { daysOf } from '../../../values/days.ts'
import type { ExportedGraph } from '../exported-graph.ts'
import type { NetworkEdge } from './network-parts.ts'

/** Who belongs to whom, and when. */
export function* affiliationEdges(
  graph: ExportedGraph,
  slugs: ReadonlyMap<number, string>,
): Generator<NetworkEdge> {
  const known = new Set(slugs.values())
  for (const { item } of graph.nodes('ACTOR')) {
    if (!known.has(item.slug)) continue
    for (const [index, { organization, role, title, from, until }] of (item.affiliations ?? []).entries()) {
      if (!known.has(organization)) continue
      yield {
        id: `affiliated:${item.slug}:${organization}:${index + 1}`,
        ...{ from: item.slug, to: organization, weight: 1 },
        values: {
          kind: 'AFFILIATED',
          mutual: false,
          role,
          title,
          firstDay: daysOf(from)[0],
          lastDay: daysOf(until)[1],
        },
      }
    }
  }
}

interface AgreementRow {
  readonly a: number
  readonly b: number
  readonly agree: number
  readonly conflict: number
}

const PAGE = 5_000

const agreementsAfter: RawBuilder<AgreementRow> = sql`
  select a_id as a, b_id as b, agree, conflict from agreement
  where (a_id, b_id) > (${slot('a')}, ${slot('b')}) order by a_id, b_id limit ${upTo('limit')}`

/** Who takes the same and who the opposite side, on how many claims: two edges where both are so. */
export function* sideEdges(graph: ExportedGraph, slugs: ReadonlyMap<number, string>): Generator<NetworkEdge> {
  const rows = graph.engine.prepare(agreementsAfter)
  let [a, b] = [0, 0]
  for (;;) {
    const page = atOnce(rows.all({ a, b, limit: PAGE }))
    const end = page.at(-1)
    if (!end) return
    for (const row of page) {
      const [from, to] = [slugs.get(row.a), slugs.get(row.b)]
      if (from === undefined || to === undefined) continue
      const ends = { from, to }
      if (row.agree > 0)
        yield {
          id: `same-side:${from}:${to}`,
          ...ends,
          weight: row.agree,
          values: { kind: 'SAME_SIDE', mutual: true },
        }
      if (row.conflict > 0)
        yield {
          id: `opposite-side:${from}:${to}`,
          ...ends,
          weight: row.conflict,
          values: { kind: 'OPPOSITE_SIDE', mutual: true },
        }
    }
    ;[a, b] = [end.a, end.b]
  }
}
