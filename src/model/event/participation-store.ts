import { sql } from 'kysely'
import type { RowOf } from '../../sql/aliases.ts'
import { build } from '../../sql/build.ts'
import { listed } from '../../sql/dialect.ts'
import { type Answer, type Engine, sortAnswer } from '../../sql/engine.ts'
import { List, parent, type SelectionOfEach } from '../../sql/list.ts'
import type { Order, PageRequest, Query } from '../../sql/page.ts'
import { Shapes } from '../../sql/shapes.ts'
import { Where } from '../../sql/where.ts'
import type { ParticipantRole, ReviewState } from '../../values/vocabulary.ts'
import { reviewed } from '../conditions/review.ts'

export type ParticipationRecord = RowOf<typeof participationColumns>

export interface ParticipationFilter {
  readonly role?: ParticipantRole | null | undefined
  /** Of the events: ACCEPTED alone where nothing is said. */
  readonly review?: readonly ReviewState[] | null | undefined
}

export const participationOrder: Order = { name: 'EVENT', key: 'pa.event_id', id: 'pa.id', direction: 'asc' }

const participationColumns = (rows: Query) =>
  rows.select(['pa.id as id', 'pa.actor_id as actorId', 'pa.event_id as eventId', 'pa.role as role'])

const participationRows = (): Query => build.selectFrom('participation as pa')
const participationsBesideParents = (parents: Query): Query => parents.crossJoin('participation as pa')

function participationsOfActors(
  parents: readonly number[],
  { role, review }: ParticipationFilter,
): SelectionOfEach {
  const where = new Where()
    .only('ofActor', true, () => sql`pa.actor_id = ${parent}`)
    .value('role', role, (is) => sql`pa.role = ${is}`)
  reviewed(where, review, 'ev.review')
  // A cross join: the actor's own participations are walked, and not the events.
  const rows = () =>
    where.applied(participationRows().crossJoin('event as ev').where(sql<boolean>`ev.id = pa.event_id`))
  return { shape: where.shape, values: where.values, id: 'pa.id', rows, parents }
}

/** Who undisputedly took part in what. */
export class ParticipationStore {
  readonly #list: List<ParticipationRecord>
  readonly #ofEvents: Shapes<ParticipationRecord>

  constructor(engine: Engine) {
    this.#list = new List(engine, {
      beside: participationsBesideParents,
      id: 'pa.id',
      record: participationColumns,
    })
    this.#ofEvents = new Shapes(engine)
  }

  ofEvents(
    events: readonly number[],
    role: ParticipantRole | null | undefined,
  ): Answer<ParticipationRecord[]> {
    const where = new Where().value('role', role, (is) => sql`pa.role = ${is}`)
    const query = () =>
      participationColumns(where.applied(participationRows().where('pa.event_id', 'in', listed('events'))))
    return sortAnswer(
      this.#ofEvents.of(where.shape, query).all({ ...where.values, events: JSON.stringify(events) }),
      (a, b) => a.id - b.id,
    )
  }

  pageOfActors(actors: readonly number[], filter: ParticipationFilter, page: PageRequest) {
    return this.#list.pageOfEach(participationsOfActors(actors, filter), participationOrder, page)
  }

  countOfActors(actors: readonly number[], filter: ParticipationFilter): Answer<Map<number, number>> {
    return this.#list.countOfEach(participationsOfActors(actors, filter))
  }
}
