import { sql } from 'kysely'
import { build } from '../../sql/build.ts'
import { inTime } from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import { KeptAnswers } from '../../sql/kept-answers.ts'
import type { NodeType } from '../../values/vocabulary.ts'

/** How much there is of each noun, as far as it is accepted. */
export class SizeStore {
  readonly #sizes: Prepared<{ type: NodeType; nodes: number }>
  readonly #proposals: Prepared<{ statements: number }>

  constructor(engine: Engine) {
    this.#sizes = engine.prepare(build.selectFrom('size').select(['type', 'nodes']))
    this.#proposals = KeptAnswers.of(engine).prepare(
      sql`select count(*) as statements from statement where review = 'PROPOSED' and ${inTime('source_id')}`,
    )
  }

  all(): Answer<Map<NodeType, number>> {
    return mapAnswer(this.#sizes.all(), (sizes) => new Map(sizes.map(({ type, nodes }) => [type, nodes])))
  }

  /** Statements that wait for somebody to accept or to reject them. */
  proposals(): Answer<number> {
    return mapAnswer(this.#proposals.get(), (found) => found?.statements ?? 0)
  }
}
