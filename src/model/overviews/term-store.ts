import { sql } from 'kysely'
import { inTime, listed, Prepared } from '../../sql/query.ts'
import type { Connection } from '../../sql/sqlite/connection.ts'
import { beginnings, editsBetween, mostEdits } from '../../text/spelling.ts'

interface Indexed {
  readonly term: string
  /** In how many texts it stands. */
  readonly texts: number
}

/** Of the terms of each index with one of the beginnings, so many are looked at. */
const MOST = 20_000
/** So many spellings are worth a look. */
const OFFERED = 30

const tables = ['label_term', 'claim_term', 'source_term', 'statement_term']

/** What stands in the full-text indexes, word by word. */
export class TermStore {
  readonly #beginning: Prepared<Indexed>

  constructor(connection: Connection) {
    // Only stretches of the indexes are read, and never a whole one, however large.
    const beginning = tables.map(
      (table) => sql`
        select * from (select t.term as term, t.doc as texts
          from ${listed('beginnings')} as p cross join ${sql.table(table)} as t
          where t.term >= p.value and t.term < p.value || char(1114111) and t.col <> 'forms' and ${inTime('t.doc')}
          limit ${sql.lit(MOST)})`,
    )
    this.#beginning = new Prepared(connection, sql`${sql.join(beginning, sql` union all `)}`)
  }

  /**
   * The indexed words that are spelled most like this one, the most alike first, and of those the one in most texts; none
   * where none comes close. For the beginning of a word, the words whose beginning does.
   */
  nearest(word: string, isBeginning: boolean): string[] {
    const most = mostEdits(word)
    if (most === 0) return []
    const found = new Map<string, number>()
    for (const { term, texts } of this.#beginning.all({ beginnings: JSON.stringify(beginnings(word)) }))
      found.set(term, (found.get(term) ?? 0) + texts)
    return [...found]
      .map(([term, texts]) => ({ term, texts, edits: editsBetween(word, term, isBeginning) }))
      .filter(({ edits }) => edits <= most)
      .sort((a, b) => a.edits - b.edits || b.texts - a.texts || (a.term < b.term ? -1 : 1))
      .slice(0, OFFERED)
      .map(({ term }) => term)
  }
}
