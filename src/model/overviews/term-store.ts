import { sql } from 'kysely'
import { indexedWords } from '../../sql/dialect.ts'
import { type Answer, type Engine, mapAnswer, type Prepared } from '../../sql/engine.ts'
import { beginnings, editsBetween, mostEdits } from '../../text/spelling.ts'

interface Indexed {
  readonly term: string
  /** In how many texts it stands. */
  readonly texts: number
}

/** Of the terms of each index with one of the beginnings, so many are looked at. */
const MOST_INDEXED_TERMS = 20_000
/** So many spellings are worth a look. */
const SPELLINGS_OFFERED = 30

const searchIndexes = ['label_text', 'claim_text', 'source_text', 'statement_text']

/** What stands in the full-text indexes, word by word. */
export class TermStore {
  readonly #beginning: Prepared<Indexed>

  constructor(engine: Engine) {
    const found = searchIndexes.map(
      (index) =>
        sql`select words.term as term, words.texts as texts from ${indexedWords(index, 'beginnings', MOST_INDEXED_TERMS)} as words`,
    )
    this.#beginning = engine.prepare(sql`${sql.join(found, sql` union all `)}`)
  }

  /**
   * The indexed words that are spelled most like this one, the most alike first, and of those the one in most texts; none
   * where none comes close. For the beginning of a word, the words whose beginning does.
   */
  nearest(word: string, isBeginning: boolean): Answer<string[]> {
    if (mostEdits(word) === 0) return []
    const indexed = this.#beginning.all({ beginnings: JSON.stringify(beginnings(word)) })
    return mapAnswer(indexed, (words) => closest(word, isBeginning, words))
  }
}

function closest(word: string, isBeginning: boolean, words: readonly Indexed[]): string[] {
  const most = mostEdits(word)
  const found = new Map<string, number>()
  for (const { term, texts } of words) found.set(term, (found.get(term) ?? 0) + texts)
  return [...found]
    .map(([term, texts]) => ({ term, texts, edits: editsBetween(word, term, isBeginning) }))
    .filter(({ edits }) => edits <= most)
    .sort((a, b) => a.edits - b.edits || b.texts - a.texts || (a.term < b.term ? -1 : 1))
    .slice(0, SPELLINGS_OFFERED)
    .map(({ term }) => term)
}
