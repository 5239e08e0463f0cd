/**
 * Full text that folds what readers fold, finds English words by their stems, and lists that sort by letters and not by
 * codes. How a text is taken apart is ours (`search_words`, `search_forms`): the tokens are stored one beside the other,
 * which FTS5 only separates again, and what else a word is found by stands in a column of its own. So a phrase or the
 * beginning of a word is compared with what was written, and an exact match outweighs one by the stem.
 *
 * The indexes keep no text, and forget a row without being told what it was: reading them, and deleting, needs no
 * function of ours. The `…_term` tables list what is indexed, for whoever looks for the nearest word.
 */
interface Index {
  readonly name: string
  readonly table: string
  readonly columns: Readonly<Record<string, string>>
  /** What a match in each column weighs. */
  readonly weights: string
}

const words = { words: 'search_words(text)', forms: 'search_forms(text)' }

const indexes: readonly Index[] = [
  { name: 'label_text', table: 'label', columns: words, weights: '1.0, 0.5' },
  { name: 'claim_text', table: 'claim', columns: words, weights: '1.0, 0.5' },
  { name: 'statement_text', table: 'statement', columns: words, weights: '1.0, 0.5' },
  {
    name: 'source_text',
    table: 'source',
    columns: {
      title: 'search_words(title)',
      words: 'search_words(text)',
      forms: `search_forms(title) || ' ' || ifnull(search_forms(text), '')`,
    },
    weights: '1.0, 1.0, 0.5',
  },
]

const columnsOf = ({ columns }: Index) => Object.keys(columns).join(', ')

/** Of each row, or of the row of a trigger. */
const valuesOf = ({ columns }: Index, row = '') =>
  Object.values(columns)
    .map((value) => value.replace(/\b(text|title)\b(?!\()/g, `${row}$1`))
    .join(', ')

const filled = (index: Index, where = 'true') =>
  `insert into ${index.name} (rowid, ${columnsOf(index)}) select id, ${valuesOf(index)} from ${index.table}
    where ${where} order by id;`

/** The indexes, the table that each is of, and what fills it with some of the rows. */
export const fullTextIndexes = indexes.map((index) => ({
  name: index.name,
  table: index.table,
  fill: (where: string) => filled(index, where),
}))

/** Makes the indexes anew from the tables. */
export const fullTextFilled = indexes
  .map((index) => `insert into ${index.name} (${index.name}) values ('delete-all'); ${filled(index)}`)
  .join('\n')

function indexed(index: Index): string {
  const { name, table, weights } = index
  const written = Object.values(index.columns).some((value) => value.includes('title'))
    ? 'title, text'
    : 'text'
  const add = `insert into ${name} (rowid, ${columnsOf(index)}) values (new.id, ${valuesOf(index, 'new.')});`
  const remove = `delete from ${name} where rowid = old.id;`
  return /* sql */ `
drop trigger ${name}_insert;
drop trigger ${name}_delete;
drop trigger ${name}_update;
drop table ${name};
drop view ${table}_folded;
create virtual table ${name} using fts5 (
  ${columnsOf(index)}, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3'
);
insert into ${name} (${name}, rank) values ('rank', 'bm25(${weights})');
create virtual table ${name.replace('_text', '_term')} using fts5vocab (${name}, col);
${filled(index)}
create trigger ${name}_insert after insert on ${table} begin ${add} end;
create trigger ${name}_delete after delete on ${table} begin ${remove} end;
create trigger ${name}_update after update of ${written} on ${table} begin ${remove} ${add} end;
`
}

/** What its list is sorted by; a writer sets it with the text that it is made of. */
const sorted = (table: string, column: string, index: string, columns: string) => /* sql */ `
alter table ${table} add column sort_key text not null default '';
update ${table} set sort_key = sort_key(${column});
drop index ${index};
create index ${index} on ${table} (${columns});
`

export const searchForms =
  indexes.map(indexed).join('') +
  sorted('entity', 'name', 'entity_by_name', 'kind, sort_key, id') +
  sorted('claim', 'text', 'claim_by_text', 'sort_key, id')
