import { databaseOf } from '../../tests/sqlite.ts'
import type { InProcess } from './in-process.ts'
import { type Compared, compare } from './timing.ts'

/** The conditions on statements and on claims that a filter stands for. */
interface Scope {
  readonly name: string
  readonly filters: { readonly statements: string; readonly claims: string }
  readonly pairs: string
  readonly statements: string
  readonly claims: string
}

/** Matrix, facets and agreements over the busiest event and the busiest actor, against SQL written by hand for each. */
export function measureOverviews(hearsay: InProcess): Compared[] {
  const db = databaseOf(hearsay.graph)
  const busiest = (facet: string) =>
    db
      .prepare(`select value from tally where facet = ? order by statements desc`)
      .pluck()
      .get(facet) as number
  return [eventScope(busiest('EVENT')), actorScope(busiest('SPEAKER'))].flatMap((scope) => {
    const by = (sql: string) => {
      const statement = db.prepare(sql)
      return () => statement.all()
    }
    const { statements, claims } = scope.filters
    return [
      compare(
        `matrix, ${scope.name}`,
        hearsay.query(`{ matrix(filter: ${statements}) ${TALLY} }`),
        by(matrix(scope)),
      ),
      compare(
        `facets, ${scope.name}`,
        hearsay.query(`{ facets(filter: ${statements}, by: [${FACETS}]) ${COUNT} }`),
        by(facets(scope)),
      ),
      compare(
        `agreements, ${scope.name}`,
        hearsay.query(`{ agreements(filter: ${claims}) ${PAIR} }`),
        by(agreements(scope)),
      ),
    ]
  })
}

const TALLY = '{ actor { id } entity { id } statements }'
const COUNT = '{ facet value count }'
const PAIR = '{ a { id } b { id } agree conflict }'
const FACETS = 'SPEAKER, ACT, STANCE, MONTH'

const eventScope = (event: number): Scope => ({
  name: 'one event',
  filters: { statements: `{ event: ["event_${event}"] }`, claims: `{ event: ["event_${event}"] }` },
  pairs: `from claim c cross join statement s on s.claim_id = c.id
    cross join statement_about a on a.statement_id = s.id where c.event_id = ${event} and s.review = 'ACCEPTED'`,
  statements: `from claim c cross join statement s on s.claim_id = c.id where c.event_id = ${event} and s.review = 'ACCEPTED'`,
  claims: `c.event_id = ${event}`,
})

const actorScope = (actor: number): Scope => ({
  name: 'one actor',
  filters: { statements: `{ by: ["actor_${actor}"] }`, claims: `{ subject: ["actor_${actor}"] }` },
  pairs: `from statement_about a where a.speaker_id = ${actor} and a.review = 'ACCEPTED'`,
  statements: `from statement s where s.speaker_id = ${actor} and s.review = 'ACCEPTED'`,
  claims: `c.subject_id = ${actor}`,
})

/**
 * With the kinds that the ids hold, as one would join them by hand; and cross joins, which keep the planner from walking
 * a whole table for the sake of the groups' order.
 */
const matrix = ({ pairs }: Scope) => `
  select speaker_id, entity_id, kind, n from (
    select a.speaker_id, a.entity_id, count(*) as n ${pairs} group by 1, 2 order by 3 desc, 1, 2 limit 100
  ) join entity on id = entity_id`

const facets = ({ statements }: Scope) => `
  with picked as materialized (select s.speaker_id, s.act, s.stance, s.said_month ${statements})
  select 'SPEAKER', slug, n from (${top('speaker_id')}) join entity on id = value
  union all select 'ACT', * from (${top('act')})
  union all select 'STANCE', * from (${top('stance')})
  union all select 'MONTH', * from (${top('said_month')})`
const top = (column: string) => `
  select ${column} as value, count(*) as n from picked where value is not null group by 1 order by 2 desc, 1 limit 20`

const agreements = ({ claims }: Scope) => `
  select x.actor_id, y.actor_id, sum(x.stance = y.stance), sum(x.stance <> y.stance)
  from claim c cross join position x on x.claim_id = c.id
    cross join position y on y.claim_id = c.id and y.actor_id > x.actor_id
  where ${claims} and x.stance <> 'UNCOMMITTED' and y.stance <> 'UNCOMMITTED'
  group by 1, 2 order by count(*) desc, 1, 2 limit 100`
