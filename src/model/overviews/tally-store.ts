import { type RawBuilder, sql } from 'kysely'
import type { RowOf } from '../../sql/aliases.ts'
import { build, slot } from '../../sql/build.ts'
import { amongIds, each, inHalfTime, upTo } from '../../sql/dialect.ts'
import { type Answer, type Engine, type Prepared, sortAnswer } from '../../sql/engine.ts'
import { KeptAnswers } from '../../sql/kept-answers.ts'
import type { Query } from '../../sql/page.ts'
import { Shapes } from '../../sql/shapes.ts'
import { type Moment, past, present } from '../positions/known-moment.ts'
import type { StatementFilter } from '../statement/filter.ts'
import { selectPairs } from '../statement/filter.ts'

export type TallyRecord = RowOf<typeof tallyColumns>

export interface TallyOfParent extends TallyRecord {
  parent: number
}

/** Which side of a tally is asked for by the other. */
export type TallyEnd = 'speaker_id' | 'entity_id'

const tallyColumns = (rows: Query) =>
  rows.select(['t.speaker_id as actorId', 't.entity_id as entityId', 't.statements as statements'])

/** Who speaks about whom, and how often: from the maintained table, or counted where a filter narrows it. */
export class TallyStore {
  readonly #top: Record<TallyEnd, Prepared<TallyOfParent>>
  readonly #topThen: Record<TallyEnd, Prepared<TallyOfParent>>
  readonly #onBehalf: Prepared<TallyOfParent>
  readonly #onBehalfThen: Prepared<TallyOfParent>
  readonly #matrix: Prepared<TallyRecord>
  readonly #filtered: Shapes<TallyRecord>

  constructor(engine: Engine) {
    this.#top = {
      speaker_id: engine.prepare(topOfTally('speaker_id', 'entity_id')),
      entity_id: engine.prepare(topOfTally('entity_id', 'speaker_id')),
    }
    this.#topThen = {
      speaker_id: engine.prepare(topThen('speaker_id', 'entity_id')),
      entity_id: engine.prepare(topThen('entity_id', 'speaker_id')),
    }
    this.#onBehalf = engine.prepare(topOnBehalf(present))
    this.#onBehalfThen = engine.prepare(topOnBehalf(past))
    const pairs: Query = build.selectFrom('speaks_about as t')
    this.#matrix = engine.prepare(
      tallyColumns(pairs)
        .where('t.statements', '>=', slot<number>('minimum'))
        .orderBy('t.statements', 'desc')
        .orderBy('t.speaker_id')
        .orderBy('t.entity_id')
        .limit(upTo('first')),
    )
    this.#filtered = new Shapes(KeptAnswers.of(engine))
  }

  /** Under each of these actors or entities, the others it has most to do with. */
  top(end: TallyEnd, ids: readonly number[], first: number, asOf: number | null): Answer<TallyOfParent[]> {
    const tallies = asOf === null ? this.#top : this.#topThen
    const rows = tallies[end].all({ ids: JSON.stringify(ids), first, asOf })
    return sortAnswer(
      rows,
      (a, b) => b.statements - a.statements || a.actorId - b.actorId || a.entityId - b.entityId,
    )
  }

  /** Whom and what others most often speak about on behalf of each of these actors, the actor standing for them. */
  topOnBehalf(ids: readonly number[], first: number, asOf: number | null): Answer<TallyOfParent[]> {
    const tallies = asOf === null ? this.#onBehalf : this.#onBehalfThen
    return tallies.all({ ids: JSON.stringify(ids), first, asOf })
  }

  matrix(filter: StatementFilter | null, minimum: number, first: number): Answer<TallyRecord[]> {
    if (!filter) return this.#matrix.all({ minimum, first })
    const selection = selectPairs(filter)
    const query = () =>
      selection
        .rows(false)
        .where(inHalfTime('a.statement_id'))
        .select([
          'a.speaker_id as actorId',
          'a.entity_id as entityId',
          sql<number>`count(*)`.as('statements'),
        ])
        .groupBy(['a.speaker_id', 'a.entity_id'])
        .having(sql<number>`count(*)`, '>=', slot<number>('minimum'))
        .orderBy('statements', 'desc')
        .orderBy('actorId')
        .orderBy('entityId')
        .limit(upTo('first'))
    return this.#filtered.of(selection.shape, query).all({ ...selection.values, minimum, first })
  }
}

/** A few of each from an index that has them in order, rather than all of each and a sort. */
const topOfTally = (end: TallyEnd, other: TallyEnd) => {
  const few = build
    .selectFrom('speaks_about')
    .where(end, '=', sql<number>`p.value`)
    .select(other)
    .orderBy('statements', 'desc')
    .orderBy(other)
    .limit(upTo('first'))
  return tallyColumns(
    build
      .selectFrom(each('ids').as('p'))
      .crossJoin('speaks_about as t')
      .where(sql<boolean>`${sql.ref(`t.${end}`)} = p.value`)
      .where(amongIds(`t.${other}`, few)),
  ).select('p.value as parent')
}

/** Counted, as it is rare: by an index of just these. */
const topOnBehalf = ({ known }: Moment): RawBuilder<TallyOfParent> => sql`
  select "actorId" as parent, "actorId", "entityId", statements from (
    select a.principal_id as "actorId", a.entity_id as "entityId", count(*) as statements,
      row_number() over (partition by a.principal_id order by count(*) desc, a.entity_id) as nth
    from ${each('ids')} j cross join statement_about a
    where a.principal_id = j.value and a.speaker_id <> a.principal_id and a.review = 'ACCEPTED'
      and ${inHalfTime('a.statement_id')} ${known(sql`a.statement_id`)}
    group by a.principal_id, a.entity_id
  ) as ranked where nth <= ${upTo('first')} order by "actorId", nth`

/** As of a time, counted too. */
function topThen(end: TallyEnd, other: TallyEnd): RawBuilder<TallyOfParent> {
  const [parent, partner] = [sql.ref(`a.${end}`), sql.ref(`a.${other}`)]
  return sql`
    select parent, "actorId", "entityId", statements from (
      select ${parent} as parent, a.speaker_id as "actorId", a.entity_id as "entityId", count(*) as statements,
        row_number() over (partition by ${parent} order by count(*) desc, ${partner}) as nth
      from ${each('ids')} j cross join statement_about a
      where ${parent} = j.value and a.review = 'ACCEPTED' and ${inHalfTime('a.statement_id')} ${past.known(sql`a.statement_id`)}
      group by a.speaker_id, a.entity_id
    ) as ranked where nth <= ${upTo('first')}`
}
