import { type RawBuilder, sql } from 'kysely'
import { each, listed } from '../../sql/dialect.ts'
import { type Naming, namings, nodeTables } from '../../sql/review/namings.ts'
import { nodeKinds } from '../../values/node-kinds.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { namerIn, referenceKey } from '../nodes/references.ts'
import { isOfNodes, type NoteDraft, principal } from './note.ts'

const stale = (reads: readonly string[], text: RawBuilder<never>): NoteDraft => ({
  kind: 'STALE',
  reads,
  text,
})

const noteReviews = (rows: RawBuilder<unknown>) =>
  sql<never>`insert into stale_review (type, id) ${rows} on conflict do nothing`

const named = ({ table, column, names, isReviewed }: Naming): NoteDraft =>
  stale(
    column === 'principal_id' ? principal : [referenceKey({ table, column })],
    noteReviews(sql`select ${sql.lit(names)}, n.id
      from ${each('ids')} as touched cross join ${sql.table(table)} as t cross join ${sql.table(names)} as n
      where t.${sql.ref(namerIn(table).owner)} = touched.value and n.id = t.${sql.ref(column)} and n.origin = 'PROPOSED'
        ${isReviewed ? sql`and t.review = 'ACCEPTED'` : sql``}`),
  )

/** Notes those of proposed origin that nodes of a kind name, or are themselves: whether they count may change with it. */
export const namesOf = (type: NodeType): readonly NoteDraft[] => [
  ...nodeTables
    .filter((table) => table === nodeKinds[type].keyTable)
    .map((table) =>
      stale(
        [],
        noteReviews(sql`select ${sql.lit(table)}, id from ${sql.table(table)}
          where ${isOfNodes('id')} and origin = 'PROPOSED'`),
      ),
    ),
  ...namings.filter(({ table }) => namerIn(table).from === type).map(named),
]

const contradicted = (one: string, other: string) => sql`select ${sql.ref(other)} from claim_relation
  where ${isOfNodes(one)} and type = 'CONTRADICTS'`

const standings = stale(
  ['claim_relation.to_id'],
  sql`insert into stale_standing (id)
    select id from claim where ${isOfNodes('id')}
    union ${contradicted('from_id', 'to_id')} union ${contradicted('to_id', 'from_id')}
    on conflict do nothing`,
)

const toClaims = sql`from statement
  where id in ${listed('ids')} and review = 'ACCEPTED' and claim_id is not null on conflict do nothing`

const positions = [
  stale(
    ['statement.claim_id', ...principal],
    sql`insert into stale_position (claim_id, actor_id) select claim_id, principal_id ${toClaims}`,
  ),
  stale(
    ['statement.claim_id', 'statement.source_id', ...principal],
    sql`insert into stale_claim (id) select claim_id ${toClaims}`,
  ),
]

/** Notes what nodes of a kind take part in: positions and counts of claims, and how claims stand. */
export const stalesOf = (type: NodeType): readonly NoteDraft[] =>
  type === 'CLAIM' ? [standings] : type === 'STATEMENT' ? positions : []
