import type { Database } from 'better-sqlite3'
import { keyWordsOf, titleWordOf } from '../../../text/key-word.ts'

/**
 * What lets a graph grow by reading:
 *
 * - A speaker whom a source only describes ("officials", "a witness") is words of the statement: `statement.speaker_text` has
 *   the words by which the source names its speaker, whoever that is. The actor that stands for one who is only described
 *   is `unnamed`: it has no labels, is in no list and no size, and is met through its statements.
 * - Whoever has names is looked up by a word or two of them, `key_word`, and an office by the first word of its title,
 *   `affiliation.title_word`. Writers keep both with the text that they are made of.
 */
export function growth(db: Database): void {
  db.function('key_words', { deterministic: true }, (name, isPerson) =>
    JSON.stringify(keyWordsOf(String(name), isPerson === 1)),
  )
  db.function('title_word', { deterministic: true }, (title) => titleWordOf(String(title)))
  db.exec(columns)
  db.exec(unnamedSoFar)
  db.exec(sizes)
}

const columns = /* sql */ `
alter table statement add column speaker_text text check (speaker_text <> '');

create table key_word (
  word text not null check (word <> ''),
  entity_id integer not null references entity on delete cascade,
  primary key (word, entity_id)
) strict, without rowid;
create index key_word_by_entity on key_word (entity_id);

alter table affiliation add column title_word text;
update affiliation set title_word = title_word(title) where title is not null;
create index affiliation_by_title_word on affiliation (title_word) where title_word is not null;

alter table entity add column unnamed integer not null default 0
  check (unnamed = 0 or (unnamed = 1 and kind = 'ACTOR'));
-- With it, so that whoever is unnamed is passed over within the index.
drop index entity_by_name;
create index entity_by_name on entity (kind, review, sort_key, id, unnamed);
`

/**
 * An earlier Hearsay made an actor of each, named after its source: "officials (belgorod-raid)". Whoever was given another
 * name since is left as they are.
 */
const unnamedSoFar = /* sql */ `
create temp table words_of as
  select distinct e.id as id, substr(e.name, 1, length(e.name) - length(so.slug) - 3) as words
  from entity e join statement s on s.speaker_id = e.id join source so on so.id = s.source_id
  where e.kind = 'ACTOR' and length(e.name) > length(so.slug) + 3
    and substr(e.name, -length(so.slug) - 3) = ' (' || so.slug || ')'
    and (e.description like 'Called “%” in “%”; proposed by a program.'
      or e.description like 'Whoever speaks in “%” and is not named there.')
    and not exists (select 1 from label l where l.entity_id = e.id and l.text <> e.name)
    and not exists (select 1 from affiliation f where f.actor_id = e.id or f.organization_id = e.id);
update statement set speaker_text = (select words from words_of w where w.id = speaker_id)
  where speaker_id in (select w.id from words_of w join entity e on e.id = w.id where e.description like 'Called “%');
delete from label where entity_id in (select id from words_of);
update entity set unnamed = 1, name = words, sort_key = sort_key(words) from words_of where words_of.id = entity.id;
drop table words_of;

insert or ignore into key_word (word, entity_id)
  select value, entity_id from label l left join actor a on a.id = l.entity_id
    cross join json_each(key_words(l.text, ifnull(a.type, '') = 'PERSON'));
`

const counts = (row: string) => `(${row}.review = 'ACCEPTED' and ${row}.unnamed = 0)`
const added = (row: string, by: string) => `update size set nodes = nodes ${by} where type = ${row}.kind;`

const sizes = /* sql */ `
drop trigger entity_size_insert;
drop trigger entity_size_delete;
drop trigger entity_size_review;
create trigger entity_size_insert after insert on entity when ${counts('new')} begin ${added('new', '+ 1')} end;
create trigger entity_size_delete after delete on entity when ${counts('old')} begin ${added('old', '- 1')} end;
create trigger entity_size_update after update of review, unnamed on entity when ${counts('old')} <> ${counts('new')} begin
  ${added('new', `+ iif(${counts('new')}, 1, -1)`)}
end;
update size set nodes = (select count(*) from entity where kind = 'ACTOR' and ${counts('entity')}) where type = 'ACTOR';
`
