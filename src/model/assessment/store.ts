import { sql } from 'kysely'
import type { RowOf } from '../../sql/aliases.ts'
import { build, constant } from '../../sql/build.ts'
import { listed } from '../../sql/dialect.ts'
import { type Answer, type Engine, type Prepared, sortAnswer } from '../../sql/engine.ts'
import { List } from '../../sql/list.ts'
import type { Order, PageRequest, Query } from '../../sql/page.ts'
import { Shapes } from '../../sql/shapes.ts'
import { Where } from '../../sql/where.ts'
import { type AssessmentFilter, selectAssessments } from './filter.ts'

export type AssessmentRecord = RowOf<typeof assessmentColumns>

const assessmentColumns = (rows: Query) =>
  rows
    .select([
      constant('ASSESSMENT').as('node'),
      'x.id as id',
      'x.assessor_id as assessorId',
      'x.claim_id as claimId',
    ])
    .select([
      'x.verdict as verdict',
      'x.credibility as credibility',
      'x.method as method',
      'x.date_edtf as date',
    ])
    .select(['x.date_order as dateOrder', 'x.evidence_id as evidenceId'])

const byDate = { key: 'x.date_order', id: 'x.id', nullable: true } as const
export const assessmentOrders = {
  DATE: { name: 'DATE', ...byDate, direction: 'asc' },
  DATE_DESC: { name: 'DATE_DESC', ...byDate, direction: 'desc' },
} satisfies Record<string, Order>

const assessmentsBesideParents = (parents: Query): Query => parents.crossJoin('assessment as x')

export class AssessmentStore {
  readonly #list: List<AssessmentRecord>
  readonly #byIds: Prepared<AssessmentRecord>
  readonly #ofClaims: Shapes<AssessmentRecord>

  constructor(engine: Engine) {
    this.#list = new List(engine, { beside: assessmentsBesideParents, id: 'x.id', record: assessmentColumns })
    const assessments: Query = build.selectFrom('assessment as x')
    this.#byIds = engine.prepare(assessmentColumns(assessments.where('x.id', 'in', listed('ids'))))
    this.#ofClaims = new Shapes(engine)
  }

  byIds(ids: readonly number[]): Answer<AssessmentRecord[]> {
    return this.#byIds.all({ ids: JSON.stringify(ids) })
  }

  page(filter: AssessmentFilter, order: Order, page: PageRequest): Answer<AssessmentRecord[]> {
    return this.#list.page(selectAssessments(filter), order, page)
  }

  count(filter: AssessmentFilter): Answer<number> {
    return this.#list.count(selectAssessments(filter))
  }

  /** Of these claims; by a time, those that had been made by then. */
  ofClaims(ids: readonly number[], asOf: number | null): Answer<AssessmentRecord[]> {
    const where = new Where().value('asOf', asOf, (at) => sql`x.date_latest <= ${at}`)
    const query = () =>
      assessmentColumns(
        where.applied(build.selectFrom('assessment as x')).where('x.claim_id', 'in', listed('ids')),
      )
    return sortAnswer(
      this.#ofClaims.of(where.shape, query).all({ ...where.values, ids: JSON.stringify(ids) }),
      (a, b) => a.id - b.id,
    )
  }
}
