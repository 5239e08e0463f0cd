import { databaseOf } from '../../tests/sqlite.ts'
import { Random } from '../synthetic/random.ts'
import { Words } from '../synthetic/words.ts'
import type { InProcess } from './in-process.ts'
import { type Compared, compare } from './timing.ts'

const indexes = ['label_text', 'claim_text', 'source_text', 'statement_text']

/** Through the schema against FTS5's own statement on each of the four indexes, by how common the word is. */
export function measureSearch(hearsay: InProcess): Compared[] {
  const words = new Words(new Random(1)).all
  const terms = { rare: words[15_000], middling: words[1_000], common: words[1] }
  const db = databaseOf(hearsay.graph)
  const bare = indexes.map((index) =>
    db.prepare(`select rowid, rank from ${index} where ${index} match ? order by rank limit 20`),
  )
  return Object.entries(terms).flatMap(([frequency, term]) => {
    const query = `"${term}"`
    const matches = db.prepare('select count(*) from statement_text where statement_text match ?').pluck()
    const what = `${frequency} word (in ${matches.get(query)} statements)`
    const byHand = () => bare.map((statement) => statement.all(query))
    return [
      compare(what, hearsay.query(ids, { text: term }), byHand),
      compare(`${what}, with snippets`, hearsay.query(snippets, { text: term }), byHand),
    ]
  })
}

const ids = 'query ($text: String!) { search(text: $text, first: 20) { nodes { node { id } } } }'
const snippets = 'query ($text: String!) { search(text: $text, first: 20) { nodes { snippet node { id } } } }'
