import { sql } from 'kysely'
import type { Connection } from '../../db/open.ts'
import type { Query } from '../../db/page.ts'
import { build, listed, Prepared } from '../../db/prepare.ts'
import type { Credibility, Verdict } from '../../vocabulary.ts'

export interface AssessmentRecord {
  node: 'ASSESSMENT'
  id: number
  assessorId: number
  claimId: number
  verdict: Verdict
  credibility: Credibility | null
  method: string | null
  date: string | null
  evidenceId: number | null
}

const record = (rows: Query): Query =>
  rows
    .select([
      sql.lit('ASSESSMENT').as('node'),
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
    .select('x.evidence_id as evidenceId')

export class AssessmentStore {
  readonly #byIds: Prepared<AssessmentRecord>
  readonly #ofClaims: Prepared<AssessmentRecord>

  constructor(connection: Connection) {
    const assessments: Query = build.selectFrom('assessment as x')
    this.#byIds = new Prepared(connection, record(assessments.where('x.id', 'in', listed('ids'))))
    this.#ofClaims = new Prepared(connection, record(assessments.where('x.claim_id', 'in', listed('ids'))))
  }

  byIds(ids: readonly number[]): AssessmentRecord[] {
    return this.#byIds.all({ ids: JSON.stringify(ids) })
  }

  ofClaims(ids: readonly number[]): AssessmentRecord[] {
    return this.#ofClaims.all({ ids: JSON.stringify(ids) }).sort((a, b) => a.id - b.id)
  }
}
