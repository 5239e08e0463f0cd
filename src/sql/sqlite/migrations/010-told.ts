/**
 * Who told whom, and who is quoted through whom, to be found from either end.
 *
 * `via_speaker_id` is a copy: the speaker of the statement in which this one is reported, as long as that one is
 * accepted. Triggers keep it in step, and cost nothing where a statement is not reported in another.
 */
const told = `addressee_id is not null and review = 'ACCEPTED'`
const quoted = `via_speaker_id is not null and review = 'ACCEPTED'`

const copied = (inner: string) => /* sql */ `
  update statement set via_speaker_id = (
    select reporting.speaker_id from statement reporting
    where reporting.id = statement.via_id and reporting.review = 'ACCEPTED'
  ) where ${inner};`

export const toldAndQuoted = /* sql */ `
alter table statement add column via_speaker_id integer;
${copied('via_id is not null')}
create index statement_told on statement (speaker_id, addressee_id, said_order, id) where ${told};
create index statement_told_to on statement (addressee_id, speaker_id) where ${told};
create index statement_quoted_via on statement (speaker_id, via_speaker_id, said_order, id) where ${quoted};
create index statement_quoting on statement (via_speaker_id, speaker_id) where ${quoted};

create trigger statement_via_insert after insert on statement when new.via_id is not null begin
  ${copied('id = new.id')}
end;
create trigger statement_via_update after update of via_id on statement when new.via_id is not old.via_id begin
  ${copied('id = new.id')}
end;
create trigger statement_via_follows after update of speaker_id, review on statement
when new.speaker_id <> old.speaker_id or new.review <> old.review begin
  ${copied('via_id = new.id')}
end;
`
