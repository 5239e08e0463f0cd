import { type Expression, sql } from 'kysely'
import { inHalfTime, inTime, listed, tallyKey, tallyOrder, upTo } from '../../sql/dialect.ts'
import { type Answer, allAnswers, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import { KeptAnswers } from '../../sql/kept-answers.ts'
import { Shapes } from '../../sql/shapes.ts'
import type { NodeType } from '../../values/vocabulary.ts'
import { type StatementFilter, selectPairs } from '../statement/filter.ts'
import type { TallyRecord } from './tally-store.ts'

/** Actors, entities, and how often each actor speaks about each entity, in the order of both. */
export interface Grid {
  readonly actorIds: readonly number[]
  readonly entityIds: readonly number[]
  readonly counts: readonly (readonly number[])[]
}

type Head = Readonly<{ id: number }>
type CountedPair = TallyRecord & { actorTotal: number; entityTotal: number }

/** The busiest speakers by what is spoken about most, and all that lies between them. */
export class GridStore {
  readonly #speakers: Prepared<Head>
  readonly #subjects: Prepared<Head>
  readonly #cells: Prepared<TallyRecord>
  readonly #filtered: Shapes<CountedPair>

  constructor(engine: Engine) {
    this.#speakers = engine.prepare(headsOf('SPEAKER'))
    this.#subjects = engine.prepare(headsOf('ABOUT'))
    this.#cells =
      engine.prepare(sql`select speaker_id as "actorId", entity_id as "entityId", statements from speaks_about
        where speaker_id in ${listed('actors')} and entity_id in ${listed('entities')}`)
    this.#filtered = new Shapes(KeptAnswers.of(engine))
  }

  /** Over the whole graph: as maintained. */
  ofAll(subjects: readonly NodeType[], first: number): Answer<Grid> {
    const kinds = JSON.stringify(subjects)
    const heads = allAnswers([
      this.#speakers.all({ kinds: JSON.stringify(['ACTOR']), first }),
      this.#subjects.all({ kinds, first }),
    ])
    return mapAnswer(heads, (found) => {
      const [actorIds = [], entityIds = []] = found.map((rows) => rows.map(({ id }) => id))
      const lists = { actors: JSON.stringify(actorIds), entities: JSON.stringify(entityIds) }
      return mapAnswer(this.#cells.all(lists), (cells) => gridOf(actorIds, entityIds, cells))
    })
  }

  of(filter: StatementFilter, subjects: readonly NodeType[], first: number): Answer<Grid> {
    const selection = selectPairs(filter)
    const query = () =>
      cellsAmong(
        selection
          .rows(false)
          .where(inHalfTime('a.statement_id'))
          .select(['a.speaker_id', 'a.entity_id', sql<number>`count(*)`.as('statements')])
          .groupBy(['a.speaker_id', 'a.entity_id']),
      )
    const pairs = this.#filtered
      .of(selection.shape, query)
      .all({ ...selection.values, kinds: JSON.stringify(subjects), first })
    return mapAnswer(pairs, (rows) =>
      gridOf(
        bothHeads(rows, ({ actorId, actorTotal }) => [actorId, actorTotal]),
        bothHeads(rows, ({ entityId, entityTotal }) => [entityId, entityTotal]),
        rows,
      ),
    )
  }
}

/** From the index that has them in order; what is of another kind is passed over. */
const headsOf = (facet: 'SPEAKER' | 'ABOUT') => sql<Head>`
  select e.id as id from tally t cross join entity e
  where t.facet = ${sql.lit(facet)} and e.id = +${tallyKey('t')} and e.kind in ${listed('kinds', 'text')}
  order by t.statements desc, ${tallyOrder('t')} limit ${upTo('first')}`

/** Counted once, and summed both ways. */
const cellsAmong = (pairs: Expression<unknown>) => sql<CountedPair>`
  with pairs as materialized ${pairs},
    speakers as materialized (
      select speaker_id as id, sum(statements) as total from pairs
      where ${inTime('speaker_id')} group by 1 order by 2 desc, 1 limit ${upTo('first')}),
    subjects as materialized (
      select entity_id as id, sum(statements) as total from pairs
      where ${inTime('entity_id')} group by 1 having (select kind from entity where id = entity_id) in ${listed('kinds', 'text')}
      order by 2 desc, 1 limit ${upTo('first')})
  select speaker_id as "actorId", entity_id as "entityId", statements,
    speakers.total as "actorTotal", subjects.total as "entityTotal"
  from pairs join speakers on speakers.id = speaker_id join subjects on subjects.id = entity_id
  where ${inTime('statements')}`

/** The most frequent first. */
function bothHeads(
  rows: readonly CountedPair[],
  of: (row: CountedPair) => readonly [number, number],
): number[] {
  return [...new Map(rows.map(of))].sort(([a, some], [b, more]) => more - some || a - b).map(([id]) => id)
}

function gridOf(
  actorIds: readonly number[],
  entityIds: readonly number[],
  cells: readonly TallyRecord[],
): Grid {
  const found = new Map(
    cells.map(({ actorId, entityId, statements }) => [`${actorId} ${entityId}`, statements]),
  )
  const counts = actorIds.map((actor) => entityIds.map((entity) => found.get(`${actor} ${entity}`) ?? 0))
  return { actorIds, entityIds, counts }
}
