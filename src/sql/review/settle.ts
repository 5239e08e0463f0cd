import { type RawBuilder, sql } from 'kysely'
import { branches } from '../dialect.ts'
import { type Naming, type NodeTable, namings, nodeTables } from './namings.ts'

const ofOwners = namings.filter(({ owner }) => owner !== null)

/** What the nodes in `from`, a recursive table of (type, id), name. */
export const namedBy = (from: string, isKept: (naming: Naming) => string): RawBuilder<unknown> =>
  branches(
    from,
    ofOwners.map((naming) => ({
      columns: `'${naming.names}', t.${naming.column}`,
      table: `${naming.table} t`,
      where: `${from}.type = '${naming.owner?.table}' and t.${naming.owner?.column} = ${from}.id
        and t.${naming.column} is not null and ${isKept(naming)}`,
    })),
  )

/** Whether anything that counts names the node `n`, but for the nodes that are being settled with it. */
const isNamedByWhatCounts = (table: NodeTable): string =>
  namings
    .filter(({ names }) => names === table)
    .map(
      (naming) =>
        `exists (select 1 from ${naming.table} t where t.${naming.column} = n.id ${namingCounts(naming)})`,
    )
    .join('\n      or ')

const namingCounts = ({ owner, isReviewed }: Naming): string =>
  owner
    ? `and not ${isStale(owner.table, `t.${owner.column}`)}
        and (select review from ${owner.table} o where o.id = t.${owner.column}) = 'ACCEPTED'`
    : isReviewed
      ? "and t.review = 'ACCEPTED'"
      : ''

const isStale = (table: NodeTable, id: string): string =>
  `exists (select 1 from stale_review s where s.type = '${table}' and s.id = ${id})`

const isOfProposal = ({ names, column }: Naming): string =>
  `(select origin from ${names} n where n.id = t.${column}) = 'PROPOSED'`

/** First, whatever the noted nodes may have carried is noted too. */
const spreadStale = sql<never>`
insert into stale_review (type, id)
  with recursive touched (type, id) as (
    select type, id from stale_review ${namedBy('touched', isOfProposal)}
  )
  select type, id from touched where true on conflict do nothing`

/** Then those are marked that something else carries, and what they name in turn: what only names itself stays out. */
const mark = sql<never>`
with recursive carried (type, id) as (${sql.raw(
  nodeTables
    .map(
      (table) => /* sql */ `
    select s.type, s.id from stale_review s cross join ${table} n
      where s.type = '${table}' and n.id = s.id and (n.origin = 'ACCEPTED'
      or ${isNamedByWhatCounts(table)})`,
    )
    .join(' union '),
)} ${namedBy('carried', ({ names, column }) => isStale(names, `t.${column}`))}
)
update stale_review set accepted = 1 where (type, id) in (select type, id from carried)`

const writeReview = (table: NodeTable) =>
  sql.raw<never>(/* sql */ `
update ${table} set review = case review when 'ACCEPTED' then 'PROPOSED' else 'ACCEPTED' end
  where id in (select id from stale_review where type = '${table}') and (case review when 'ACCEPTED' then 1 else 0 end)
    <> (select accepted from stale_review s where s.type = '${table}' and s.id = ${table}.id)`)

type SqlText = RawBuilder<never>

/** Finds out for the nodes that are noted in `stale_review`, and for all that hangs on them, which of them count. */
export const findReviews: readonly SqlText[] = [spreadStale, mark]
export const writeReviews: readonly SqlText[] = nodeTables.map(writeReview)

/** Makes the review right of them all. */
export const settleReview: readonly SqlText[] = [
  ...findReviews,
  ...writeReviews,
  sql<never>`delete from stale_review`,
]
