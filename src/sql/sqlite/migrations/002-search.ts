/**
 * Full text over names, claims, statements and sources. External content: the words stand once, in the nouns' own
 * tables, and triggers keep the indexes in step. Diacritics are folded; prefixes of two and three letters are indexed.
 * unicode61 folds those of Latin letters only. Russian writes ё as е as it likes: a view folds it, of which the index
 * is the index. Й and ї are letters of their own.
 */
const folded = (column: string) => `replace(replace(${column}, 'ё', 'е'), 'Ё', 'Е')`

const fullText = (index: string, table: string, columns: readonly string[]) => {
  const list = columns.join(', ')
  const of = (row: string) => columns.map((column) => folded(`${row}.${column}`)).join(', ')
  const remove = `insert into ${index} (${index}, rowid, ${list}) values ('delete', old.id, ${of('old')});`
  const add = `insert into ${index} (rowid, ${list}) values (new.id, ${of('new')});`
  const viewed = columns.map((column) => `${folded(column)} as ${column}`).join(', ')
  return /* sql */ `
create view ${table}_folded as select id, ${viewed} from ${table};
create virtual table ${index} using fts5 (
  ${list}, content = '${table}_folded', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
create trigger ${index}_insert after insert on ${table} begin ${add} end;
create trigger ${index}_delete after delete on ${table} begin ${remove} end;
create trigger ${index}_update after update of ${list} on ${table} begin ${remove} ${add} end;
`
}

export const search =
  fullText('label_text', 'label', ['text']) +
  fullText('claim_text', 'claim', ['text']) +
  fullText('statement_text', 'statement', ['text']) +
  fullText('source_text', 'source', ['title', 'text'])
