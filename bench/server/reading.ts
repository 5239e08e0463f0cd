import { ftsQuery, searchTerms } from '../../src/text/search-terms.ts'

/** Rows and statements of SQL that the servers by hand have in common. Rows have the names of the schema's fields. */
export type Row = Readonly<Record<string, number | string | null>>
export type Key = number | string | null | undefined

export const keyOf = (id: string): number => Number(id.replace(/^\w+_/, ''))

/** A word as the full-text indexes are asked for it: its stem, too. */
export const matchOf = (text: string): string => ftsQuery(searchTerms(text)) ?? '""'

/** The columns of each noun that the schema needs. `node` is the type that a hit is of. */
export const entityColumns = `e.id as key, lower(e.kind) || '_' || e.id as id, e.name, 'Entity' as node`
export const claimColumns = `c.id as key, 'claim_' || c.id as id, c.slug, c.text, c.kind, c.standing,
  c.statement_count as statementCount, c.speaker_count as speakerCount, c.event_id as eventKey, 'Claim' as node`
export const sourceColumns = `so.id as key, 'source_' || so.id as id, so.title, so.publisher_id as publisherKey, 'Source' as node`
export const statementColumns = `s.id as key, 'statement_' || s.id as id, s.text, s.said_edtf as saidAt, s.act, s.stance,
  s.certainty, s.speaker_id as speakerKey, s.claim_id as claimKey, s.source_id as sourceKey, 'Statement' as node`
export const positionColumns = `po.actor_id as actorKey, po.claim_id as claimKey, po.stance, po.certainty, po.changed`

/** What an actor said last. */
export const spoken = `select ${statementColumns} from statement s where s.speaker_id = @key and s.review = 'ACCEPTED'
  order by s.said_order desc, s.id desc limit @limit`

/** What was said last about an entity, with one stance. */
export const filtered = `select ${statementColumns} from statement_about a cross join statement s where s.id = a.statement_id
  and a.entity_id = @key and a.review = 'ACCEPTED' and s.stance = @stance
  order by a.said_order desc, a.statement_id desc limit @limit`

const ofEvent = `from claim c where c.event_id = @key and c.standing = @standing and c.review = 'ACCEPTED'`
export const claimsOfEvent = `select ${claimColumns} ${ofEvent} order by c.id limit @limit`
export const claimCountOfEvent = `select count(*) ${ofEvent}`

export const positionsOfActor = `select ${positionColumns} from position po where po.actor_id = @key order by po.claim_id limit @limit`
export const positionCountOfActor = 'select count(*) from position where actor_id = @key'

/** Who speaks about whom in what is said on an event; cross joins keep the planner from a walk through a whole table. */
export const matrix = `select a.speaker_id as actorKey, a.entity_id as entityKey, count(*) as statements
  from claim c cross join statement s on s.claim_id = c.id cross join statement_about a on a.statement_id = s.id
  where c.event_id = @key and s.review = 'ACCEPTED' group by 1, 2 order by 3 desc, 1, 2 limit @limit`

/** The best hits of the four indexes: of an entity the best of its names, which say more than sentences. */
export const hits = `
  select type, key from (
    select * from (
      select 'Entity' as type, e.id as key, l.id as row, min(f.rank * 3) as rank, 0 as place
      from (select rowid as id, rank from label_text where label_text match @match) f
      join label l on l.id = f.id join entity e on e.id = l.entity_id
      where e.review = 'ACCEPTED' group by e.id order by 4, 3 limit @limit)
    union all select * from (
      select 'Claim', c.id, c.id, f.rank * 1.5, 1
      from (select rowid as id, rank from claim_text where claim_text match @match) f
      join claim c on c.id = f.id and c.review = 'ACCEPTED' order by 4, 3 limit @limit)
    union all select * from (
      select 'Source', f.id, f.id, f.rank, 2
      from (select rowid as id, rank from source_text where source_text match @match) f order by 4, 3 limit @limit)
    union all select * from (
      select 'Statement', s.id, s.id, f.rank, 3
      from (select rowid as id, rank from statement_text where statement_text match @match) f
      join statement s on s.id = f.id and s.review = 'ACCEPTED' order by 4, 3 limit @limit)
  ) order by rank, place, row limit @limit`
