/** The tables that texts are found by: see `full-text.ts`. */
export const search = ['label', 'claim', 'statement', 'source']
  .map(
    (table) => /* sql */ `
create table ${table}_text (id bigint primary key, words tsvector not null, sequence text);
create index ${table}_text_words on ${table}_text using gin (words);
create table ${table}_term (term text collate "C" primary key, texts bigint not null);
`,
  )
  .join('')
