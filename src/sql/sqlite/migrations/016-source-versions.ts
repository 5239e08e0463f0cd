import type { Database } from 'better-sqlite3'
import { marksOf } from '../../../text/likeness.ts'

/**
 * Sources that are one report: a corrected one is a later version of what stood at the same address, and what several
 * outlets took over from an agency is a copy. `source_mark` holds a few numbers for each text, which texts that are mostly
 * the same share (`src/text/likeness.ts`).
 */
export function sourceVersions(db: Database): void {
  db.exec(/* sql */ `
    alter table source add column version_of_id integer references source;
    alter table source add column copy_of_id integer references source;
    create index source_version on source (version_of_id, id) where version_of_id is not null;
    create index source_copy on source (copy_of_id, id) where copy_of_id is not null;
    create index source_url on source (url, id) where url is not null;
    create table source_mark (
      mark integer not null,
      source_id integer not null references source on delete cascade,
      primary key (mark, source_id)
    ) strict, without rowid;
    create index source_mark_by_source on source_mark (source_id);
  `)
  const put = db.prepare('insert into source_mark (mark, source_id) values (?, ?)')
  const ids = db.prepare<[], { id: number }>('select id from source where text is not null').all()
  const text = db.prepare<[number], { text: string }>('select text from source where id = ?')
  for (const { id } of ids) for (const mark of marksOf(text.get(id)?.text ?? '')) put.run(mark, id)
}
