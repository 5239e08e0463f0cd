import { sql } from 'kysely'
import type { Connection } from '../../db/open.ts'
import { inTime, Prepared, slot } from '../../db/prepare.ts'
import { ftsQuery, wordTerm } from '../../text/search-terms.ts'

export interface NearClaim {
  readonly id: number
  readonly slug: string
  readonly text: string
}

/** The claims whose words come nearest to other words, by full text. */
export class NearestClaims {
  readonly #ranked: Prepared<NearClaim>

  constructor(connection: Connection) {
    this.#ranked = new Prepared(
      connection,
      sql`select c.id as id, c.slug as slug, c.text as text from claim_text join claim c on c.id = claim_text.rowid
        where claim_text match ${slot('query')} and ${inTime('claim_text.rowid')} order by rank limit 10`,
    )
  }

  /** The ten best that hold any of these words, in whatever form search would find them by. */
  withAnyOf(words: readonly string[]): NearClaim[] {
    const query = ftsQuery(
      words.flatMap((word) => wordTerm(word) ?? []),
      'OR',
    )
    return query === null ? [] : this.#ranked.all({ query })
  }
}
