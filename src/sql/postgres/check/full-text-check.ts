import type { FindingCounts } from '../../finding.ts'
import { type IndexedTable, indexedTables } from '../full-text/indexed-tables.ts'
import { textsOfWord } from '../full-text/text-index.ts'
import { wordVector } from '../full-text/word-vector.ts'
import type { RunNow } from '../servers/raw-result.ts'

/** Of so many texts each word is compared; of more, those of every second, third, … text. */
const MOST_TEXTS = 50_000
/** So many texts are read at a time. */
const TEXTS_AT_ONCE = 500

/**
 * Compares the full-text indexes with what the texts come to: each row of a table must be in its index, and no other, each
 * word at its place, and each word must be counted as often as there are texts with it.
 */
export function noteFullText(run: RunNow, counts: FindingCounts): void {
  for (const table of Object.keys(indexedTables) as IndexedTable[]) {
    noteRows(run, table, counts)
    noteWords(run, table, counts)
    noteTerms(run, table, counts)
  }
}

function noteRows(run: RunNow, table: IndexedTable, counts: FindingCounts): void {
  const index = `${table}_text`
  const without = (one: string, other: string) =>
    run(
      `select id from ${one} as one where not exists (select 1 from ${other} as other where other.id = one.id) order by id`,
      [],
    ).rows
  for (const [id] of without(table, index)) counts.note(index, `lacks rows of ${table}`, `row ${id}`)
  for (const [id] of without(index, table))
    counts.note(index, `has rows that ${table} does not have`, `row ${id}`)
}

function noteWords(run: RunNow, table: IndexedTable, counts: FindingCounts): void {
  const texts = Number(run(`select count(*) from ${table}`, []).rows[0]?.[0] ?? 0)
  const every = Math.ceil(texts / MOST_TEXTS) || 1
  for (let after = 0; ; ) {
    const { rows } = run(
      `select id, ${indexedTables[table]} from ${table} where id > $1 and id % $2 = 0 order by id limit $3`,
      [after, every, TEXTS_AT_ONCE],
    )
    const vectors = rows.map(([, title, text]) => wordVector(title ?? '', text ?? ''))
    const due = [
      rows.map(([id]) => id),
      vectors.map(({ words }) => words),
      vectors.map((one) => one.sequence),
    ]
    compare(run, `${table}_text`, due, counts)
    if (rows.length < TEXTS_AT_ONCE) return
    after = Number(rows.at(-1)?.[0])
  }
}

/** @param due The ids of rows, and of each the words and the sequence. */
function compare(run: RunNow, index: string, due: readonly unknown[], counts: FindingCounts): void {
  const { rows } = run(
    `select id, array(select unnest(tsvector_to_array(due.words)) except select unnest(tsvector_to_array(kept.words))),
        array(select unnest(tsvector_to_array(kept.words)) except select unnest(tsvector_to_array(due.words)))
      from (select id, words::tsvector, sequence from unnest($1::bigint[], $2::text[], $3::text[]) as given (id, words, sequence)) as due
      join ${index} as kept using (id)
      where kept.words <> due.words or kept.sequence is distinct from due.sequence order by id`,
    due,
  )
  for (const [id, lacking, extra] of rows) {
    if (lacking !== '{}') counts.note(index, 'lacks words of its rows', `row ${id}: ${lacking}`)
    if (extra !== '{}') counts.note(index, 'has words that its rows do not have', `row ${id}: ${extra}`)
    if (lacking === '{}' && extra === '{}')
      counts.note(index, 'has words at other places than its rows', `row ${id}`)
  }
}

/** Against the index itself, which is compared with the texts by others. */
function noteTerms(run: RunNow, table: IndexedTable, counts: FindingCounts): void {
  const { rows } = run(
    `select coalesce(kept.term, due.term), coalesce(kept.texts, 0), coalesce(due.texts, 0)
      from ${table}_term as kept full join (
        select word.lexeme collate "C" as term, sum(${textsOfWord}) as texts
        from ${table}_text as known cross join unnest(known.words) as word group by 1
      ) as due on due.term = kept.term
      where coalesce(kept.texts, 0) <> coalesce(due.texts, 0) order by 1`,
    [],
  )
  for (const [term, kept, due] of rows)
    counts.note(
      `${table}_term`,
      'counts other texts than have its words',
      `${term}: ${kept}, and there are ${due}`,
    )
}
