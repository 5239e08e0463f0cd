import { type RawBuilder, sql } from 'kysely'
import type { ImmediateEngine } from '../../sql/engine.ts'
import { type FindingCounts, rowText } from '../../sql/finding.ts'
import { entityTypes, nodeKinds } from '../../values/node-kinds.ts'
import { hierarchies } from '../nodes/references.ts'

/** What must hold in the graph itself, and the database does not hold by its own constraints. */
export interface GraphRule {
  readonly table: string
  readonly what: string
  /** The rows that break it, by their columns. */
  readonly broken: RawBuilder<Record<string, unknown>>
}

const slugRules = (['statement', 'assessment'] as const).map(
  (table): GraphRule => ({
    table,
    what: 'has no slug',
    broken: sql`select id from ${sql.table(table)} where slug is null`,
  }),
)

/** An entity is a row of `entity`, and one of the table of its kind. */
const kindRules = entityTypes.flatMap((type): GraphRule[] => {
  const table = nodeKinds[type].one
  return [
    {
      table: 'entity',
      what: `has no row in ${table}`,
      broken: sql`select id, slug from entity e where kind = ${sql.lit(type)}
        and not exists (select 1 from ${sql.table(table)} n where n.id = e.id)`,
    },
    {
      table,
      what: 'has rows that are another kind of entity',
      broken: sql`select n.id as id, e.kind as kind from ${sql.table(table)} n join entity e on e.id = n.id
        where e.kind <> ${sql.lit(type)}`,
    },
  ]
})

const nameRules: readonly GraphRule[] = [
  {
    table: 'entity',
    what: 'has no label',
    broken: sql`select id, slug from entity e where unnamed = 0
      and not exists (select 1 from label l where l.entity_id = e.id)`,
  },
  {
    table: 'entity',
    what: 'is unnamed and has labels',
    broken: sql`select id, slug from entity e where unnamed = 1
      and exists (select 1 from label l where l.entity_id = e.id)`,
  },
]

/** `part_of` and the like may not lead back to where they began. */
const ringRules = hierarchies.map(
  ({ table, column }): GraphRule => ({
    table,
    what: `leads back to itself by ${column}`,
    broken: sql`with recursive above (id, upper) as (
      select id, ${sql.ref(column)} from ${sql.table(table)} where ${sql.ref(column)} is not null
      union select above.id, t.${sql.ref(column)} from above join ${sql.table(table)} t on t.id = above.upper
        where t.${sql.ref(column)} is not null
    ) select id from above where upper = id`,
  }),
)

const rules = [...slugRules, ...kindRules, ...nameRules, ...ringRules]

export const noteBrokenRules = (engine: ImmediateEngine, counts: FindingCounts): void =>
  noteBroken(engine, counts, rules)

export function noteBroken(
  engine: ImmediateEngine,
  counts: FindingCounts,
  broken: readonly GraphRule[],
): void {
  for (const { table, what, broken: rows } of broken)
    for (const row of engine.prepare(rows).all()) counts.note(table, what, rowText(row))
}
